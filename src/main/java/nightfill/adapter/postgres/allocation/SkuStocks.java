package nightfill.adapter.postgres.allocation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.adapter.postgres.server.TwinOf;
import nightfill.domain.allocation.Part;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Supply;
import nightfill.domain.run.Run;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What the batches of a part can still give, by the ids of their SKUs. */
@TwinOf(Supply.class)
final class SkuStocks {

    private static final String SUPPLIES = """
            select batch.sku_id, batch.id, value.quantity - coalesce(taken.quantity, 0) as available
            from batch
                join batch_value value on value.batch_id = batch.id
                left join (
                    select batch_id, sum(quantity) as quantity from standing_allocation
                    where true%2$s
                    group by batch_id) taken on taken.batch_id = batch.id
            where value.until_run is null%1$s
            order by batch.sku_id, value.eta nulls first, batch.reference
            """;

    private final Map<Integer, SkuStock> stocks = new HashMap<>();
    private int[] batchIds = new int[16];
    private int[] available = new int[16];
    private int batches;
    private int sku;

    private SkuStocks() {}

    /** Those of the SKUs for which lines wait. */
    static Map<Integer, SkuStock> read(RunSql sql, Part part) {
        SkuStocks read = new SkuStocks();
        String wanted = PartSkus.only(part, "batch.sku_id") + waiting(sql.run());
        String taken = wanted.isEmpty() ? "" : " and batch_id in (select id from batch where true%s)".formatted(wanted);
        sql.prepared(SUPPLIES.formatted(wanted, taken))
                .query((RowCallbackHandler) row -> read.add(row.getInt(1), row.getInt(2), row.getInt(3)));
        read.close(0);
        return read.stocks;
    }

    /** Lines wait for most SKUs in a first night. */
    private static String waiting(Run run) {
        return run.previousId() == null
                ? ""
                : " and batch.sku_id in (select sku_id from %s line)".formatted(RunSql.WAITING);
    }

    private void add(int ofSku, int batchId, int units) {
        if (ofSku != sku) {
            close(ofSku);
        }
        if (batches == batchIds.length) {
            batchIds = Arrays.copyOf(batchIds, 2 * batches);
            available = Arrays.copyOf(available, 2 * batches);
        }
        batchIds[batches] = batchId;
        available[batches] = units;
        batches++;
    }

    private void close(int next) {
        if (batches > 0) {
            stocks.put(sku, SkuStock.inOrder(Arrays.copyOf(batchIds, batches), Arrays.copyOf(available, batches)));
        }
        sku = next;
        batches = 0;
    }
}
