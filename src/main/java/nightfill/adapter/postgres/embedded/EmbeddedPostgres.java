package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy.Act;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL server inside a home directory, shared by all processes that open that home; the last to close
 * it stops it, and one that outlived a killed process is taken up.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Layout layout;
    private final Server server;
    private final ServerLog log;
    private final String password;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(Layout layout, Server server, boolean alone) throws IOException {
        this.layout = layout;
        this.server = server;
        this.log = ServerLog.from(layout.log());
        this.password = Password.read(layout);
        server.ensureRunning(alone, password);
    }

    /**
     * Returns when the server answers; the first time in a home takes some seconds, recovery after a crash up to minutes.
     *
     * @throws Problem when it cannot run here
     */
    public static EmbeddedPostgres open(Path home) {
        Binaries binaries = Binaries.ofThisPlatform();
        try {
            Layout layout = Layout.below(home);
            return Users.of(layout).enter(alone -> open(layout, binaries, alone));
        } catch (IOException e) {
            throw new Problem(Kind.FAILED, problem(home, e), e, Act.NAME_HOME, Act.NAME_SERVER);
        }
    }

    private static EmbeddedPostgres open(Layout layout, Binaries binaries, boolean alone) throws IOException {
        layout.clearUnfinished();
        Path programs = binaries.unpackInto(layout);
        Account account = Account.forServerIn(layout);
        account.takeOver(layout.directory());
        account.takeOver(layout.startLock());
        account.takeOver(layout.usersLock());
        Cluster cluster = new Cluster(layout, account);
        cluster.createIfMissing(programs);
        cluster.requireVersion(binaries);
        return new EmbeddedPostgres(layout, new Server(layout, account, programs), alone);
    }

    private static String problem(Path home, IOException e) {
        String why = e instanceof AccessDeniedException ? "no permission for " + e.getMessage() : e.toString();
        return "the embedded PostgreSQL cannot use %s: %s".formatted(home, why);
    }

    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    /** The URL of another database of this server. */
    public String jdbcUrl(String database) {
        return ServerProbe.url(layout, database);
    }

    public String user() {
        return Cluster.USER;
    }

    public String password() {
        return password;
    }

    /** Where its data is. */
    public String place() {
        return layout.data().toString();
    }

    /** Whether it found no room on its disk since it was opened here; it may have gone down for that. */
    public boolean ranOutOfSpace() {
        try {
            return log.news("").contains("No space left on device");
        } catch (IOException e) {
            return false;
        }
    }

    /** Stops the server if nobody else uses it; never fails, for a server left running is taken up by the next. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                Users.of(layout).leave(() -> server.stop(password));
            } catch (IOException | Problem e) {
                LOG.warn("The embedded PostgreSQL in {} was left running", layout.data(), e);
            }
        }
    }
}
