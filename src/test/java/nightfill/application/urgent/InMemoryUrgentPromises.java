package nightfill.application.urgent;

import java.util.List;
import java.util.Objects;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Urgent;
import nightfill.application.run.InMemoryRuns;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.run.Run;

/** The lines that were allocated at once, in memory. */
public record InMemoryUrgentPromises(InMemoryDatabase database) implements UrgentPromises {

    @Override
    public List<LineRow> before(Run run) {
        return database.urgent
                .rows()
                .map(Urgent::promise)
                .filter(promise -> !database.lines.has(
                        line -> line.line().line().equals(promise.line()) && !isOf(run, line.loadedRun())))
                .toList();
    }

    private static boolean isOf(Run run, long loadedRun) {
        return loadedRun == run.id() || Objects.equals(run.replacesId(), loadedRun);
    }

    @Override
    public void putBack(List<LineRow> promises) {
        new InMemoryRuns(database)
                .lastFinished()
                .ifPresent(last -> promises.stream()
                        .filter(promise -> !database.urgent.has(
                                known -> known.promise().line().equals(promise.line())))
                        .forEach(promise -> database.urgent.insert(new Urgent(last.id(), promise, "restored", null))));
    }
}
