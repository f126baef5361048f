package nightfill.adapter.postgres.allocation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nightfill.adapter.postgres.server.TwinOf;
import nightfill.domain.allocation.Part;
import nightfill.domain.allocation.SkuStock;
import nightfill.domain.allocation.Supply;
import nightfill.domain.run.Run;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the batches of a part can still give, by the ids of their SKUs. */
@TwinOf(Supply.class)
final class SkuStocks {

    private static final String SUPPLIES = """
            select batch.sku_id, batch.id, value.quantity - coalesce(promised, 0) - coalesce(gone, 0) as available
            from batch
                join batch_value value on value.batch_id = batch.id
                left join bound_in(:run) bound on bound.batch_id = batch.id
            where value.until_run is null%s
            order by batch.sku_id, value.eta nulls first, batch.reference
            """;

    private final Map<Integer, SkuStock> stocks = new HashMap<>();
    private int[] batchIds = new int[16];
    private int[] available = new int[16];
    private int batches;
    private int sku;

    private SkuStocks() {}

    static Map<Integer, SkuStock> read(JdbcClient jdbc, Run run, Part part) {
        SkuStocks read = new SkuStocks();
        jdbc.sql(SUPPLIES.formatted(PartSkus.only(part, "batch.sku_id")))
                .param("run", run.id())
                .query((RowCallbackHandler) row -> read.add(row.getInt(1), row.getInt(2), row.getInt(3)));
        read.close(0);
        return read.stocks;
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
