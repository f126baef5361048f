package nightfill.adapter.postgres.server;

import javax.sql.DataSource;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** The tables of Nightfill and of the job repository, and the way from one version of them to the next. */
public final class Schema {

    private final Flyway flyway;

    public Schema(DataSource dataSource) {
        flyway = Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:nightfill/migration")
                .javaMigrations(new SpringBatchTables())
                .validateOnMigrate(true)
                .load();
    }

    /**
     * Whether the database has all tables that this program knows.
     *
     * @throws Problem (refused) when the database is of a newer program
     */
    public boolean isCurrent() {
        MigrationInfoService known = flyway.info();
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

    /** Brings the tables up to date; the caller holds the run lock. */
    public void migrate() {
        flyway.migrate();
    }
}
