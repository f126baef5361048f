package nightfill.application.night;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.problem.StopToken;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;

/** Runs every date that waits, up to the one requested: the unfinished one first, then the oldest first. */
public record RunPending(RunNight runNight, FeedFiles files, Runs runs) {

    /**
     * Runs date after date, passing on each run before anything is done for it, and its outcome; none from before the
     * first night ever, unless a date is named from which on they are wanted.
     *
     * @throws Problem of the first date that does not end well; later ones are left alone
     */
    public void run(
            NightRequest request,
            Optional<LocalDate> since,
            Consumer<Run> begun,
            Consumer<NightOutcome> ended,
            StopToken stop) {
        PendingDates pending = new PendingDates(files, runs);
        // before the unfinished night may become the first one
        Optional<LocalDate> oldest = since.or(pending::first);
        Optional<Run> unfinished = runs.unfinished();
        if (unfinished.isPresent()) {
            ended.accept(runNight.run(request.on(unfinished.get().date()), begun, stop));
        }
        for (LocalDate date : waiting(request, pending, oldest)) {
            ended.accept(runNight.run(request.on(date), begun, stop));
        }
    }

    private SortedSet<LocalDate> waiting(NightRequest request, PendingDates pending, Optional<LocalDate> oldest) {
        SortedSet<LocalDate> dates = new TreeSet<>(pending.from(oldest, request.input(), request.date()));
        dates.add(request.date());
        return dates;
    }
}
