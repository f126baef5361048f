package nightfill.adapter.postgres.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import nightfill.adapter.postgres.server.CopyOut;
import nightfill.adapter.postgres.server.RunSql;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@link ReportQuery#ALLOCATIONS} where they are at least as many as batches: SKUs and batches are looked up
 * here, which takes the server a third of the time, and memory for the texts of each batch.
 */
final class AllocationRows {

    /** What a text takes beside its characters, and its places in the arrays. */
    private static final int BYTES = 56;

    private static final int PART_OF_MEMORY = 4;

    private static final String PAY = """
            select batches <= (select count(*) from allocation where from_run = :run)
                and batches * %1$d + characters + highest * 8 + (
                    select count(*) * %1$d + coalesce(sum(octet_length(code)) + max(id) * 4, 0) from sku) < :most
            from (
                select count(*) as batches, coalesce(sum(octet_length(reference)), 0) as characters,
                    coalesce(max(id), 0) as highest
                from batch) batch
            """.formatted(BYTES);

    private static final String SKUS = "select id, code from sku";

    private static final String BATCHES = """
            select batch_id, reference, eta_text(eta)
            from batch_value join batch on batch.id = batch_id
            where until_run is null
            """;

    private static final String ROWS = """
            select order_id, line_number, sku_id, line.quantity, batch_id
            from allocation join line on line.id = line_id
            where from_run = :run
            order by line.id
            """;

    private final Texts skus = new Texts();
    private final Texts references = new Texts();
    private final Texts etas = new Texts();
    private final Map<String, String> eachEta = new HashMap<>();

    private AllocationRows() {}

    static boolean pay(RunSql sql) {
        return pay(sql, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
    }

    /** Whether they are many enough, and the texts fit into that many bytes. */
    static boolean pay(RunSql sql, long most) {
        return sql.prepared(PAY).param("most", most).query(Boolean.class).single();
    }

    /** Passes on each row, within the current transaction. */
    static void forEach(RunSql sql, DataSource dataSource, Consumer<List<String>> action) {
        AllocationRows rows = new AllocationRows();
        CopyOut.forEach(dataSource, SKUS, rows::addSku);
        CopyOut.forEach(dataSource, BATCHES, rows::addBatch);
        CopyOut.forEach(dataSource, sql.literal(ROWS), row -> rows.tell(row, action));
    }

    private void addSku(List<String> sku) {
        skus.put(sku.get(0), sku.get(1));
    }

    private void addBatch(List<String> batch) {
        references.put(batch.get(0), batch.get(1));
        // many are alike, and each has its text once
        etas.put(batch.get(0), eachEta.computeIfAbsent(batch.get(2), UnaryOperator.identity()));
    }

    /** As by a join, a row of what is not known is none. */
    private void tell(List<String> row, Consumer<List<String>> action) {
        String sku = skus.get(row.get(2));
        String reference = references.get(row.get(4));
        String eta = etas.get(row.get(4));
        if (sku != null && reference != null && eta != null) {
            action.accept(List.of(row.get(0), row.get(1), sku, row.get(3), reference, eta));
        }
    }

    /** Texts by the ids that the database gave. */
    private static final class Texts {

        private @Nullable String[] texts = new String[0];

        private void put(String id, String text) {
            int place = Integer.parseInt(id);
            if (place >= texts.length) {
                texts = Arrays.copyOf(texts, Math.max(place + 1, 2 * texts.length));
            }
            if (place >= 0) {
                texts[place] = text;
            }
        }

        private @Nullable String get(String id) {
            int place = Integer.parseInt(id);
            return 0 <= place && place < texts.length ? texts[place] : null;
        }
    }
}
