package nightfill.harness;

import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A night whose embedded server is killed as a whole. */
public record OrphanedNight(Installation nightfill) {

    /** What the night is at when that happens. */
    public enum At {
        LOADING("nightfill.adapter.job.FeedRowWriter", "write", 2),
        ALLOCATION("nightfill.adapter.postgres.allocation.PostgresBatchRepository", "record", 2),
        AUDIT("nightfill.adapter.postgres.recount.PostgresRecount", "of", 1),
        REPORTS("nightfill.adapter.files.reports.FilesystemDraft", "write", 2),
        REPORTS_READ_BACK("nightfill.adapter.files.reports.ContentSums", "add", 1);

        private final String type;
        private final String method;
        private final int time;

        At(String type, String method, int time) {
            this.type = type;
            this.method = method;
            this.time = time;
        }

        private Place place() {
            return Place.before(type, method).time(time);
        }
    }

    /**
     * How it ended.
     *
     * @param livedOn how long, after the server was killed
     */
    public record Outcome(Ended ended, Duration livedOn) {}

    /** Runs it, and kills the server there. */
    public Outcome run(String date, At at)
            throws IOException, InterruptedException, IllegalConnectorArgumentsException {
        try (Watch watch = new Watch();
                Child child = nightfill.start(watch.options(), nightfill.runOf(date))) {
            watch.holdAt(List.of(at.place()));
            PostgresProcesses server = new PostgresProcesses(nightfill.home());
            List<ProcessHandle> all = new ArrayList<>(server.titled(""));
            server.postmaster().ifPresent(all::add);
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(each -> each.onExit().join());
            long killed = System.nanoTime();
            watch.release();
            return new Outcome(child.await(), Duration.ofNanos(System.nanoTime() - killed));
        }
    }
}
