package nightfill.adapter.postgres.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** The tables of Nightfill and of the job repository, and the way from one version of them to the next. */
public record Schema(DataSource dataSource) {

    /** What the last of the migrations makes. */
    public static final String NEWEST = "29";

    private static final String LATEST = """
            select version from flyway_schema_history where success and type <> 'DELETE' order by installed_rank desc limit 1
            """;

    /**
     * Whether the database has all tables that this program knows.
     *
     * @throws Problem (refused) when the database is of a newer program
     */
    public boolean isCurrent() {
        return isNewest() || isWithoutPending(flyway().info());
    }

    /** The version of the tables as they are; none where there are none yet. */
    public Optional<String> version() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet latest = statement.executeQuery(LATEST)) {
            return latest.next() ? Optional.ofNullable(latest.getString("version")) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /** Brings the tables up to date; the caller holds the run lock. */
    public void migrate() {
        flyway().migrate();
    }

    /** The library takes long to ask, at every start, and is asked only where the answer may be another. */
    private boolean isNewest() {
        return version().filter(NEWEST::equals).isPresent();
    }

    private static boolean isWithoutPending(MigrationInfoService known) {
        for (MigrationInfo migration : known.all()) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
                throw Problem.refused(
                        "the database has schema version %s, which a newer Nightfill made"
                                .formatted(migration.getVersion()),
                        Remedy.mend("install that version"));
            }
        }
        return known.pending().length == 0;
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:nightfill/migration")
                .javaMigrations(new SpringBatchTables())
                .validateOnMigrate(true)
                .load();
    }
}
