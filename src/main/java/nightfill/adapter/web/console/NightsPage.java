package nightfill.adapter.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.Wanted;
import nightfill.adapter.web.console.Sentence.Expected;
import nightfill.adapter.web.console.act.ActDesk;
import nightfill.adapter.web.console.act.AskedSheet;
import nightfill.adapter.web.security.Visitor;
import nightfill.application.access.RetryPlans;
import nightfill.application.access.RetryPlans.Planned;
import nightfill.application.sampling.Samples;
import nightfill.application.sampling.Sampling;
import nightfill.application.sampling.Snapshot;
import nightfill.application.watch.ListedDates;
import nightfill.application.watch.MissingDates;
import nightfill.application.watch.NeedsAttention;
import nightfill.application.watch.NeedsAttention.Attention;
import nightfill.application.watch.NightFilter;
import nightfill.application.watch.NightList;
import nightfill.application.watch.NightRow;
import nightfill.domain.access.Act;
import nightfill.domain.watch.Liveness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** All nights, newest first, and before them what needs a person. */
@Controller
public final class NightsPage {

    private static final int SIZE = 30;

    private final Pages pages;
    private final ActDesk acts;
    private final Clock clock;
    private final Samples<Wish, Found> nights;

    public NightsPage(Pages pages, Sources sources, ActDesk acts, Sampling sampling, Clock clock) {
        this.pages = pages;
        this.acts = acts;
        this.clock = clock;
        this.nights = sampling.of(wish -> sources.find(wish, clock.instant()));
    }

    /** Where all about nights is found. */
    public record Sources(NightList nights, NeedsAttention attention, RetryPlans plans) {

        /** How long a plan is of interest after its deadline. */
        private static final Duration AFTERWARDS = Duration.ofDays(1);

        private Found find(Wish wish, Instant now) {
            NightList.Page page = nights.page(wish.filter(), wish.before(), SIZE);
            return new Found(page, attention.find(page.owner()), plans.dates(now.minus(AFTERWARDS)));
        }
    }

    /** Which nights somebody wants to see; {@code before} null for the newest. */
    private record Wish(NightFilter filter, @Nullable LocalDate before) {}

    private record Found(NightList.Page page, Attention attention, List<Planned> planned) {

        boolean isAtWork() {
            return page.owner()
                    .filter(owner -> owner.liveness() == Liveness.ALIVE)
                    .isPresent();
        }

        /** Of a night that is under way. */
        @Nullable
        Instant deadline(LocalDate date, Instant at) {
            return planned.stream()
                    .filter(plan -> plan.date().equals(date))
                    .flatMap(plan -> plan.retries().deadline(true, at).stream())
                    .findFirst()
                    .orElse(null);
        }
    }

    /** @param every how many seconds until the page asks for news */
    record View(
            int every,
            Top top,
            NightQuery query,
            Listing listing,
            @Nullable AskedSheet asked) {}

    /** @param sentence about the night under way, or else the newest; null where there is none, or it needs a person */
    record Top(@Nullable Sentence sentence, AttentionSheet attention) {}

    /**
     * Nights of a page.
     *
     * @param none whether there are none at all
     * @param nothingFits whether there may be others than those that were asked for
     * @param next the address of the page of older nights; null on the last
     */
    record Listing(
            List<Listed> dates,
            boolean none,
            boolean nothingFits,
            String zone,
            @Nullable String next) {}

    /** A night, or dates without one, or a date whose night has not begun. */
    record Listed(
            @Nullable NightLine night,
            @Nullable Missing missing,
            @Nullable WaitingLine waiting) {}

    record Missing(String first, String last, boolean many) {

        static Missing of(MissingDates dates) {
            return new Missing(dates.first().toString(), dates.last().toString(), dates.days() > 1);
        }
    }

    @GetMapping("/")
    public ResponseEntity<byte[]> show(HttpServletRequest request) {
        NightQuery query = NightQuery.of(request);
        Snapshot<Found> snapshot =
                nights.get(new Wish(query.filter(), query.beforeDate()), Wanted.since(request, clock));
        Found found = snapshot.value();
        boolean underWay =
                found.page().nights().stream().anyMatch(night -> night.status().isUnderWay());
        boolean starts = !snapshot.gone() && Visitor.of(request).role().may(Act.RUN);
        WaitingLine.Seen seen = new WaitingLine.Seen(snapshot.at(), clock.getZone(), starts, found.isAtWork());
        List<WaitingLine> waiting = query.isPlain() ? seen.lines(found.page(), found.planned()) : List.of();
        View view = new View(
                Refresh.seconds(underWay || found.isAtWork()),
                top(found, waiting, query, snapshot.at()),
                query,
                listing(found.page(), waiting, query),
                acts.asked(request));
        return pages.show("nights", Frame.of(request, "Nights").asOf(snapshot, clock.getZone()), view);
    }

    private Top top(Found found, List<WaitingLine> waiting, NightQuery query, Instant at) {
        ZoneId zone = clock.getZone();
        List<NightRow> rows = query.isPlain() ? found.page().nights() : List.of();
        return new Top(
                rows.stream()
                        .filter(row -> row.status().isUnderWay())
                        .findFirst()
                        .map(row -> sentence(row, found, at))
                        .or(() -> waiting.stream().findFirst().map(WaitingLine::sentence))
                        .or(() -> rows.stream()
                                .findFirst()
                                .filter(row -> found.attention().troubles().isEmpty())
                                .map(row -> sentence(row, found, at)))
                        .orElse(null),
                AttentionSheet.of(found.attention(), zone));
    }

    private Sentence sentence(NightRow row, Found found, Instant at) {
        Optional<Instant> since = Optional.ofNullable(row.lastAttempt())
                .map(attempt -> attempt.attempt().times().ended());
        Optional<Expected> ends = Optional.ofNullable(row.remaining(at))
                .map(left ->
                        new Expected(at.plus(left), row.usualEnd(clock.getZone()), found.deadline(row.date(), at)));
        return Sentence.of(
                row.date(),
                row.status(),
                row.run().counts(),
                new Sentence.Known(since.orElse(null), ends.orElse(null)),
                clock.getZone());
    }

    private Listing listing(NightList.Page page, List<WaitingLine> waiting, NightQuery query) {
        List<Listed> dates = Stream.concat(
                        waiting.stream().map(line -> new Listed(null, null, line)),
                        page.dates().stream().map(this::listed))
                .toList();
        return new Listing(
                dates,
                dates.isEmpty() && query.isPlain(),
                dates.isEmpty() && !query.isPlain(),
                clock.getZone().getId(),
                Optional.ofNullable(page.next()).map(query::older).orElse(null));
    }

    private Listed listed(ListedDates dates) {
        return dates instanceof NightRow night
                ? new Listed(NightLine.of(night, clock.getZone()), null, null)
                : new Listed(null, Missing.of((MissingDates) dates), null);
    }
}
