package nightfill.adapter.postgres.allocation;

import java.util.Arrays;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is allocated of each batch, added up from the allocations once after each night: between nights they do not change,
 * and adding up those of millions of lines for one that is asked for would take a second. Takes 8 bytes a batch.
 */
final class TakenUnits {

    private String night = "";
    private int[] batchIds = new int[0];
    private int[] units = new int[0];
    private int batches;

    /**
     * The units of a batch.
     *
     * @param night tells one state of all allocations from every other
     * @param streaming whose transaction sees that state
     */
    synchronized int of(int batchId, String night, JdbcClient streaming) {
        if (!this.night.equals(night)) {
            read(streaming);
            this.night = night;
        }
        int place = Arrays.binarySearch(batchIds, 0, batches, batchId);
        return place < 0 ? 0 : units[place];
    }

    private void read(JdbcClient streaming) {
        night = "";
        batches = 0;
        streaming
                .sql("select batch_id, sum(quantity) from standing_allocation group by batch_id order by batch_id")
                .query((RowCallbackHandler) row -> add(row.getInt(1), row.getInt(2)));
    }

    private void add(int batchId, int taken) {
        if (batches == batchIds.length) {
            batchIds = Arrays.copyOf(batchIds, 16 + 2 * batches);
            units = Arrays.copyOf(units, 16 + 2 * batches);
        }
        batchIds[batches] = batchId;
        units[batches] = taken;
        batches++;
    }
}
