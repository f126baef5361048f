package nightfill.adapter.web.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nightfill.adapter.web.ShownMark;
import nightfill.application.access.Audited;
import nightfill.application.access.RetryPlans.Planned;
import nightfill.application.watch.NightList;
import nightfill.application.watch.NightRow;
import nightfill.view.Moments;
import nightfill.view.RetryWords;
import org.jspecify.annotations.Nullable;

/**
 * A date for which a scheduler has asked and no night has begun.
 *
 * @param retries what the scheduler did and will do, in a sentence without its full stop
 * @param start where it can be started by hand; null for whoever may not
 */
record WaitingLine(
        String date,
        String weekday,
        ShownMark mark,
        String reason,
        String retries,
        @Nullable String start) {

    /**
     * When, where and by whom it is seen.
     *
     * @param starts whether they may start a night
     * @param atWork whether a process is at work on the database
     */
    record Seen(Instant at, ZoneId zone, boolean starts, boolean atWork) {

        /** Of the dates that have no run, as far as the newest page goes back. */
        List<WaitingLine> lines(NightList.Page page, List<Planned> planned) {
            Set<LocalDate> begun = page.nights().stream().map(NightRow::date).collect(Collectors.toSet());
            LocalDate next = page.next();
            return planned.stream()
                    .filter(plan -> !begun.contains(plan.date()))
                    .filter(plan -> next == null || plan.date().isAfter(next))
                    .filter(plan -> !plan.outcome().equals(Audited.DONE))
                    .map(this::line)
                    .toList();
        }

        private WaitingLine line(Planned planned) {
            return new WaitingLine(
                    planned.date().toString(),
                    Moments.weekday(planned.date()),
                    ShownMark.of(RetryWords.mark(planned.outcome(), atWork)),
                    planned.message(),
                    new RetryWords(moment -> Moments.time(moment, zone)).text(planned.retries(), atWork, at),
                    starts ? "/nights/" + planned.date() + "/run" : null);
        }
    }

    Sentence sentence() {
        return Sentence.of("Night %s has not begun. %s".formatted(date, retries));
    }
}
