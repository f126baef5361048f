package nightfill.application.watch;

import java.time.Instant;
import java.time.LocalDate;
import nightfill.application.watch.Attempt.Asked;
import nightfill.domain.access.Actor;
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
    protected long attempt(long run, Recorded recorded, Times times, @Nullable Asked asked) {
        return records.attempt(run, recorded, times, asked);
    }

    @Override
    protected void publication(String directory, long run, boolean there) {
        records.publication(directory, run, there);
    }

    @Override
    protected Asked asked(Actor actor, String note) {
        return records.asked(actor, note);
    }

    @Override
    protected void note(LocalDate date) {
        records.note(date, Instant.now());
    }
}
