package nightfill.application.watch;

import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Recorded;
import org.jspecify.annotations.Nullable;

class InMemoryNightRecordsTest extends NightRecordsContract {

    private final InMemoryNightRecords records = new InMemoryNightRecords();

    @Override
    protected NightRecords records() {
        return records;
    }

    @Override
    protected long run(RunName name, State state, @Nullable Long replaces) {
        return records.run(name, state, replaces, FIGURES);
    }

    @Override
    protected long attempt(long run, Recorded recorded, Times times, @Nullable Long asked) {
        return records.attempt(run, recorded, times, asked);
    }

    @Override
    protected void publication(String directory, long run, boolean there) {
        records.publication(directory, run, there);
    }
}
