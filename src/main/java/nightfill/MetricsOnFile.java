package nightfill;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import nightfill.adapter.files.FilesystemMetricsFile;
import nightfill.adapter.postgres.access.PostgresRetryPlans;
import nightfill.adapter.postgres.access.PostgresRunRequests;
import nightfill.adapter.postgres.lock.PostgresOwners;
import nightfill.adapter.postgres.server.ReadingSessions;
import nightfill.adapter.postgres.watch.PostgresNightRecords;
import nightfill.adapter.postgres.watch.Reading;
import nightfill.application.metrics.GatherMetrics;
import nightfill.application.metrics.MetricsFile;
import nightfill.application.metrics.Observation;
import nightfill.application.metrics.WriteMetrics;
import nightfill.application.problem.FileTrouble;
import nightfill.application.problem.Problem;
import nightfill.application.watch.NeedsAttention;
import nightfill.application.watch.NightList;
import nightfill.application.watch.NightRecords;
import nightfill.application.watch.Owners;
import nightfill.application.watch.ShowRun;
import nightfill.domain.access.AuditEntry.Request;
import nightfill.domain.words.Visible;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Leaves what machines watch in a file at the end of a command that concerns nights, however it ends. Of one that cannot
 * be written people are warned, and the command ends as it does.
 */
final class MetricsOnFile {

    private static final String VARIABLE = "NIGHTFILL_METRICS_FILE";

    /** What a collector passes over. */
    private static final String ENDING = ".prom";

    /** Commands after which the figures are others. */
    private static final Set<String> COMMANDS = Set.of("run", "abandon", "publish");

    private final Optional<Path> file;
    private final Settings settings;
    private final PrintWriter err;
    private boolean written;

    private MetricsOnFile(Optional<Path> file, Settings settings, PrintWriter err) {
        this.file = file;
        this.settings = settings;
        this.err = err;
    }

    /** @throws Problem (usage) when the environment names no such file */
    static MetricsOnFile from(Map<String, String> environment, Settings settings, PrintWriter err) {
        String named = environment.getOrDefault(VARIABLE, "");
        return new MetricsOnFile(named.isBlank() ? Optional.empty() : Optional.of(file(named)), settings, err);
    }

    private static Path file(String named) {
        try {
            Path file = Path.of(named);
            if (file.isAbsolute() && file.getFileName() != null && named.endsWith(ENDING)) {
                return file.normalize();
            }
        } catch (InvalidPathException e) {
            // no path at all
        }
        throw Problem.usage("%s is %s, which is not an absolute path that ends with %s, as collectors want it"
                .formatted(VARIABLE, named, ENDING));
    }

    /** Lets a command work; where it ends without having noted how it has left things, the file says nothing of them. */
    void after(Request request, Runnable command) {
        written = file.isEmpty() || !COMMANDS.contains(request.act().split(" ", 2)[0]);
        try {
            command.run();
        } finally {
            if (!written) {
                write(to -> to.replace(Observation.NONE));
            }
        }
    }

    /** Notes how the work of the command has left things. */
    void seen(Database database) {
        if (!written) {
            written = true;
            GatherMetrics metrics = metrics(database);
            write(to -> new WriteMetrics(metrics, to)
                    .write(unanswered -> log().warn("the database does not say how nights are", unanswered)));
        }
    }

    /** Over sessions that change nothing and wait for nobody, each for one question. */
    private GatherMetrics metrics(Database database) {
        DataSource sessions = new ReadingSessions(database.connection());
        JdbcClient jdbc = JdbcClient.create(sessions);
        NightRecords records = new PostgresNightRecords(new Reading(sessions), ZoneId.systemDefault());
        Owners owners = new PostgresOwners(jdbc);
        return new GatherMetrics(
                new NightList(records, owners),
                new ShowRun(records, owners),
                new NeedsAttention(records, owners),
                new PostgresRetryPlans(jdbc),
                new PostgresRunRequests(jdbc),
                settings.clock());
    }

    private interface Writing {

        void to(MetricsFile file) throws IOException;
    }

    private void write(Writing writing) {
        Path place = file.orElseThrow();
        try {
            writing.to(new FilesystemMetricsFile(place, MetricsBeans.format(settings)));
        } catch (IOException e) {
            warn("%s, the file of %s, cannot be written: %s".formatted(place, VARIABLE, FileTrouble.of(e)), e);
        } catch (RuntimeException e) {
            warn("%s, the file of %s, cannot be written; see the log".formatted(place, VARIABLE), e);
        }
    }

    private void warn(String what, Exception cause) {
        log().warn(what, cause);
        err.println("warning: " + Visible.shown(what));
        err.flush();
    }

    private static Logger log() {
        return LoggerFactory.getLogger(MetricsOnFile.class);
    }
}
