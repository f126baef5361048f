package nightfill;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nightfill.adapter.postgres.embedded.EmbeddedPostgres;
import nightfill.adapter.postgres.lock.PostgresRunLock;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.adapter.postgres.server.DatabaseGate;
import nightfill.adapter.postgres.server.DatabaseTrouble;
import nightfill.adapter.postgres.server.MissingRight;
import nightfill.adapter.postgres.server.PatientPool;
import nightfill.adapter.postgres.server.PostgresLoss;
import nightfill.adapter.postgres.server.Schema;
import nightfill.adapter.postgres.server.WorkSessions;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.run.RunLock;

/** The database that the settings name, or Nightfill's own, with all tables up to date. */
public final class Database implements AutoCloseable {

    private static final String LOST = "the database was lost";
    private static final String FULL = "is full (no space left)";
    private static final int CONNECTIONS = 8;
    private static final Duration OWN_PATIENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int TIMES = 5;

    private final Optional<EmbeddedPostgres> embedded;
    private final PostgresLoss loss = new PostgresLoss();
    private final ConnectionSettings connection;
    private final WorkSessions sessions;
    private final HikariDataSource pool;
    private final DataSource patient;

    private Database(Optional<EmbeddedPostgres> embedded, ConnectionSettings connection, WorkSessions sessions) {
        this.embedded = embedded;
        this.connection = connection;
        this.sessions = sessions;
        this.pool = pool(sessions);
        this.patient = new PatientPool(pool, TIMES);
    }

    public static Database open(Settings settings, Consumer<String> waiting) {
        if (settings.server().named().isPresent()) {
            return opened(Optional.empty(), settings.server().named().get(), settings, waiting);
        }
        EmbeddedPostgres own = EmbeddedPostgres.open(settings.home());
        try {
            ConnectionSettings connection =
                    new ConnectionSettings(own.jdbcUrl(), own.user(), own.password(), own.place());
            return opened(Optional.of(own), connection, settings, waiting);
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
    }

    ConnectionSettings connection() {
        return connection;
    }

    /** The same one each time, for a transaction is known by its source. */
    public DataSource pool() {
        return patient;
    }

    /** The sessions behind the pool. */
    WorkSessions sessions() {
        return sessions;
    }

    /** Returns what the work does; a failure is explained where a full disk, a lost database or a missing right is the reason. */
    <T> T explaining(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    private RuntimeException explained(RuntimeException failure) {
        boolean mayPass = !(failure instanceof Problem problem) || problem.kind() == Kind.FAILED;
        if (!mayPass || says(FULL, failure)) {
            return failure;
        }
        if (isFull(failure)) {
            return full(failure);
        }
        return loss.isSevered(failure) ? lost(failure) : new MissingRight(connection).explained(failure);
    }

    /** Whether a problem says that the database went while something was at work. */
    static boolean isLost(Problem problem) {
        return says(LOST, problem);
    }

    private static boolean says(String reason, RuntimeException failure) {
        return failure instanceof Problem problem && problem.what().contains(reason);
    }

    private static Problem lost(RuntimeException failure) {
        if (failure instanceof Problem problem) {
            return says(LOST, problem) ? problem : problem.and(LOST);
        }
        return new Problem(Kind.FAILED, "%s (%s)".formatted(LOST, DatabaseTrouble.of(failure)), failure, Act.RETRY);
    }

    private Problem full(RuntimeException failure) {
        Problem reported = failure instanceof Problem problem
                ? problem
                : new Problem(Kind.FAILED, "the database failed: " + DatabaseTrouble.of(failure), failure);
        return new Problem(
                Kind.FAILED,
                "%s; the disk of the database in %s %s".formatted(reported.what(), connection.place(), FULL),
                reported,
                Remedy.mend("make room there, then run again"));
    }

    private boolean isFull(RuntimeException failure) {
        return DatabaseTrouble.isDiskFull(failure)
                || embedded.filter(EmbeddedPostgres::ranOutOfSpace).isPresent();
    }

    @Override
    public void close() {
        pool.close();
        embedded.ifPresent(EmbeddedPostgres::close);
    }

    private static Database opened(
            Optional<EmbeddedPostgres> embedded,
            ConnectionSettings connection,
            Settings settings,
            Consumer<String> waiting) {
        WorkSessions sessions = new WorkSessions(connection);
        try {
            gate(embedded.isPresent(), connection, sessions, settings, waiting).pass();
        } catch (Problem e) {
            throw new MissingRight(connection).explained(e);
        }
        Database database = new Database(embedded, connection, sessions);
        try {
            database.migrate(settings, waiting);
            return database;
        } catch (RuntimeException e) {
            database.pool.close();
            throw database.explained(e);
        }
    }

    /** Of a server of our own that has gone again nobody starts another meanwhile; it may recover from a crash. */
    private static DatabaseGate gate(
            boolean own,
            ConnectionSettings connection,
            WorkSessions sessions,
            Settings settings,
            Consumer<String> waiting) {
        Duration patience = settings.server().patience();
        return own
                ? new DatabaseGate(sessions, connection, OWN_PATIENCE, waiting, Act.RETRY)
                : new DatabaseGate(sessions, connection, patience, waiting, Act.CHECK_SERVER);
    }

    @SuppressWarnings("try") // the lock is only held
    private void migrate(Settings settings, Consumer<String> waiting) {
        Schema schema = new Schema(patient);
        if (schema.isCurrent()) {
            return;
        }
        schema.version()
                .ifPresent(version -> waiting.accept("bringing the tables from version %s to %s; this may take minutes"
                        .formatted(version, Schema.NEWEST)));
        try (RunLock.Held held = new PostgresRunLock(connection, settings.zone()).acquire()) {
            schema.migrate();
        }
    }

    private static HikariDataSource pool(WorkSessions sessions) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(sessions);
        config.setMaximumPoolSize(CONNECTIONS);
        // machine code for queries that are asked once costs more than it gains; a session may wait for another's work
        config.setConnectionInitSql("set jit = off; set idle_in_transaction_session_timeout = 0");
        config.setMinimumIdle(1);
        // the first who asks for a session learns that there is none, and that failure is explained
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        return new HikariDataSource(config);
    }
}
