package nightfill.application.run;

import java.util.List;
import nightfill.application.run.InMemoryDatabase.Counted;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Run;

class InMemoryRunsTest extends RunsContract {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final InMemoryRuns runs = new InMemoryRuns(database);

    @Override
    protected Runs runs() {
        return runs;
    }

    @Override
    protected void load(Run run, long turn) {
        OrderLine line = new OrderLine("order-" + turn, "", "CHAIR", 1);
        database.lines.insert(Line.loaded(new OpenLine(turn, line), run.id()));
    }

    @Override
    protected void count(Run run, Feed feed, FeedCounts counts) {
        database.counted.insert(new Counted(run.id(), feed, counts));
    }

    @Override
    protected void undo(Run run) {
        runs.undo(run);
    }

    @Override
    protected void redo(Run run) {
        runs.redo(run);
    }

    @Override
    protected List<String> warnings(Run run) {
        return runs.warnings(run);
    }
}
