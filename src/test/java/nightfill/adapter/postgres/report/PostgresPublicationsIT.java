package nightfill.adapter.postgres.report;

import nightfill.adapter.postgres.night.PostgresLedger;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.publish.Publications;
import nightfill.application.publish.PublicationsContract;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresPublicationsIT extends PublicationsContract {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();

    private final Runs runs = DATABASE.runs();
    private final Publications publications = new PostgresPublications(DATABASE.jdbc());

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected Publications publications() {
        return publications;
    }

    @Override
    protected Runs runs() {
        return runs;
    }

    @Override
    protected void undo(Run run) {
        new PostgresLedger(DATABASE.dataSource()).undo(run);
    }
}
