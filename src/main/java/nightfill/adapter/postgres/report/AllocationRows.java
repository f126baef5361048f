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
 * The rows of {@link ReportQuery#ALLOCATIONS} where they are as many as batches: SKUs and batches are looked up here, which
 * takes the server a quarter of the time and memory for the texts of each batch.
 */
final class AllocationRows {

    /** Some 64 bytes of each. */
    private static final int MOST_BATCHES = 1 << 20;

    private static final String PAY = """
            select count(*) <= (select count(*) from allocation where from_run = :run) and coalesce(max(id), 0) < %1$d
                and (select coalesce(max(id), 0) from sku) < %1$d
            from batch
            """.formatted(MOST_BATCHES);

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

    private AllocationRows() {}

    static boolean pay(RunSql sql) {
        return sql.prepared(PAY).query(Boolean.class).single();
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
        etas.put(batch.get(0), etas.known(batch.get(2)));
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
        private final Map<String, String> known = new HashMap<>();

        private void put(String id, String text) {
            int place = Integer.parseInt(id);
            if (place >= texts.length) {
                texts = Arrays.copyOf(texts, Math.max(place + 1, 2 * texts.length));
            }
            texts[place] = text;
        }

        private @Nullable String get(String id) {
            int place = Integer.parseInt(id);
            return 0 <= place && place < texts.length ? texts[place] : null;
        }

        /** The same text, of which many are alike. */
        private String known(String text) {
            return known.computeIfAbsent(text, UnaryOperator.identity());
        }
    }
}
