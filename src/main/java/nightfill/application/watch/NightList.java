package nightfill.application.watch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.application.watch.NightRecords.LastTry;
import nightfill.application.watch.NightRecords.Nights;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Liveness;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Usual;
import org.jspecify.annotations.Nullable;

/** Lists nights, newest first, a page at a time. */
public record NightList(NightRecords records, Owners owners) {

    /**
     * A page.
     *
     * @param next the date before which the next page begins; null on the last
     * @param owner of the run lock
     */
    public record Page(List<ListedDates> dates, @Nullable LocalDate next, Optional<Owner> owner) {

        /** The dates that have a run. */
        public List<NightRow> nights() {
            return dates.stream()
                    .flatMap(dates -> dates instanceof NightRow night ? Stream.of(night) : Stream.empty())
                    .toList();
        }
    }

    /**
     * The newest dates before one, or the newest at all.
     *
     * @param before null for the first page
     * @param size how many dates that have a run
     */
    public Page page(NightFilter filter, @Nullable LocalDate before, int size) {
        Optional<Owner> owner = owners.current();
        Nights nights = records.nights(filter, before, size + 1);
        List<NightRow> rows = nights.shown().stream()
                .map(run -> row(run, nights, owner.map(Owner::liveness)))
                .toList();
        List<NightRow> shown = rows.subList(0, Math.min(size, rows.size()));
        LocalDate next = rows.size() > size ? shown.get(size - 1).date() : null;
        return new Page(filter.isSelective() ? selected(shown, filter) : withGaps(rows, shown), next, owner);
    }

    /** The run whose feeds count already, and which all other dates wait for; nothing where there is none. */
    public Optional<RunName> unfinished() {
        return records.undone().unfinished().stream()
                .map(LastTry::run)
                .filter(run -> run.state() == State.ALLOCATING)
                .map(RunFacts::name)
                .findFirst();
    }

    private static NightRow row(RunFacts run, Nights nights, Optional<Liveness> owner) {
        List<JudgedAttempt> attempts = nights.attempts().stream()
                .filter(attempt -> attempt.run() == run.id())
                .map(attempt -> JudgedAttempt.of(attempt, owner))
                .toList();
        LocalDate date = run.name().date();
        return new NightRow(
                run,
                NightStatus.of(run.state(), JudgedAttempt.last(attempts), owner),
                nights.earlier().stream()
                        .filter(other -> other.name().date().equals(date))
                        .toList(),
                attempts,
                Usual.sameWeekday(date, nights.past(), NightRecords.PastNight::date));
    }

    /** What is under way is known only with its owner, which the records do not know. */
    private static List<ListedDates> selected(List<NightRow> shown, NightFilter filter) {
        return shown.stream()
                .filter(row -> filter.status() == null || filter.status() == row.status())
                .<ListedDates>map(row -> row)
                .toList();
    }

    /** A gap belongs to the page of the date that it follows. */
    private static List<ListedDates> withGaps(List<NightRow> rows, List<NightRow> shown) {
        List<ListedDates> dates = new ArrayList<>();
        for (int index = 0; index < shown.size(); index++) {
            LocalDate date = shown.get(index).date();
            dates.add(shown.get(index));
            if (index + 1 < rows.size() && !rows.get(index + 1).date().equals(date.minusDays(1))) {
                dates.add(new MissingDates(rows.get(index + 1).date().plusDays(1), date.minusDays(1)));
            }
        }
        return dates;
    }
}
