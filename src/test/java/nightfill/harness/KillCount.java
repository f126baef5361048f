package nightfill.harness;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts nights, and kills by what the process was at. */
public final class KillCount {

    private final int nightsWanted;
    private final int killsWanted;
    private final SortedMap<String, Integer> kills = new TreeMap<>();
    private int nights;

    public KillCount(int nightsWanted, int killsWanted) {
        this.nightsWanted = nightsWanted;
        this.killsWanted = killsWanted;
    }

    public synchronized void night() {
        nights++;
    }

    public synchronized void kill(String phase) {
        kills.merge(phase, 1, Integer::sum);
    }

    public synchronized int kills() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    public synchronized boolean isEnough() {
        return nights >= nightsWanted && kills() >= killsWanted;
    }

    public static Mark mark(JdbcTemplate jdbc) {
        return new Mark(jdbc, highest(jdbc, "batch_step_execution"), highest(jdbc, "batch_job_execution"));
    }

    private static long highest(JdbcTemplate jdbc, String table) {
        String id = table.replace("batch_", "") + "_id";
        return Objects.requireNonNull(
                jdbc.queryForObject("select coalesce(max(%s), 0) from %s".formatted(id, table), Long.class));
    }

    @Override
    public synchronized String toString() {
        return "%d nights, %d kills %s".formatted(nights, kills(), kills);
    }

    /** Where the executions stood before a process began. */
    public record Mark(JdbcTemplate jdbc, long steps, long jobs) {

        /** What the process was at in the end. */
        String phase() {
            if (highest(jdbc, "batch_job_execution") == jobs) {
                return "before or after the job";
            }
            return jdbc.queryForList("""
                            select step_name from batch_step_execution
                            where step_execution_id > ? and status in ('STARTING', 'STARTED')
                            order by step_execution_id desc limit 1
                            """, String.class, steps).stream()
                    .findFirst()
                    .orElseGet(() -> isOver() ? "publish" : "between two steps");
        }

        private boolean isOver() {
            return jdbc
                    .queryForList(
                            "select status from batch_job_execution where job_execution_id > ?", String.class, jobs)
                    .stream()
                    .allMatch("COMPLETED"::equals);
        }
    }
}
