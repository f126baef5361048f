package nightfill.adapter.postgres.allocation;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The lines that a run has decided about already: by the first one of each chunk, the last one of those that begin there or
 * before. Chunks do not overlap, but for those of a run that a former version began SKU by SKU.
 */
record DecidedRanges(NavigableMap<Long, Long> lastByFirst) {

    static DecidedRanges of(JdbcClient jdbc, long runId) {
        NavigableMap<Long, Long> lastByFirst = new TreeMap<>();
        jdbc.sql("select first_line, max(last_line) over (order by first_line) from decided where run_id = ?")
                .param(runId)
                .query((RowCallbackHandler) row -> lastByFirst.put(row.getLong(1), row.getLong(2)));
        return new DecidedRanges(lastByFirst);
    }

    boolean contain(long line) {
        Map.Entry<Long, Long> range = lastByFirst.floorEntry(line);
        return range != null && line <= range.getValue();
    }
}
