package nightfill.application.publish;

import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryRuns;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;

class InMemoryPublicationsTest extends PublicationsContract {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final InMemoryRuns runs = new InMemoryRuns(database);
    private final Publications publications = new InMemoryPublications(database);

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
        runs.undo(run);
    }
}
