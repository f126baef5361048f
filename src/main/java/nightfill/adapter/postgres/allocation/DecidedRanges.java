package nightfill.adapter.postgres.allocation;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import nightfill.domain.allocation.Part;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The lines of a part that a run has decided about already: by the first one of each chunk, the last one of those that begin
 * there or before. Chunks do not overlap, but for those of a run that a former version began SKU by SKU.
 */
record DecidedRanges(NavigableMap<Long, Long> lastByFirst) {

    /** Of a part that lies within each of those that it shares a bucket with. */
    static DecidedRanges of(JdbcClient jdbc, long runId, Part part) {
        NavigableMap<Long, Long> lastByFirst = new TreeMap<>();
        jdbc.sql("""
                select first_line, max(last_line) over (order by first_line) from decided
                where run_id = ? and first_bucket <= ? and last_bucket >= ?
                """).params(runId, part.firstBucket(), part.lastBucket()).query((RowCallbackHandler)
                row -> lastByFirst.put(row.getLong(1), row.getLong(2)));
        return new DecidedRanges(lastByFirst);
    }

    /** The parts in which the run has decided about lines so far, however the night was cut at the time. */
    static List<Part> parts(JdbcClient jdbc, long runId) {
        return jdbc.sql("select distinct first_bucket, last_bucket from decided where run_id = ?")
                .param(runId)
                .query((row, index) -> new Part(row.getInt(1), row.getInt(2)))
                .list();
    }

    boolean contain(long line) {
        Map.Entry<Long, Long> range = lastByFirst.floorEntry(line);
        return range != null && line <= range.getValue();
    }
}
