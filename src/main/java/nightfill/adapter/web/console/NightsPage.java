package nightfill.adapter.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.Wanted;
import nightfill.adapter.web.console.act.ActDesk;
import nightfill.adapter.web.console.act.AskedSheet;
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

    public NightsPage(
            Pages pages, NightList nights, NeedsAttention attention, ActDesk acts, Sampling sampling, Clock clock) {
        this.pages = pages;
        this.acts = acts;
        this.clock = clock;
        this.nights = sampling.of(wish -> {
            NightList.Page page = nights.page(wish.filter(), wish.before(), SIZE);
            return new Found(page, attention.find(page.owner()));
        });
    }

    /** Which nights somebody wants to see; {@code before} null for the newest. */
    private record Wish(NightFilter filter, @Nullable LocalDate before) {}

    private record Found(NightList.Page page, Attention attention) {}

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

    /** A night, or dates without one. */
    record Listed(@Nullable NightLine night, @Nullable Missing missing) {}

    record Missing(String first, String last, boolean many) {}

    @GetMapping("/")
    public ResponseEntity<byte[]> show(HttpServletRequest request) {
        NightQuery query = NightQuery.of(request);
        Snapshot<Found> snapshot =
                nights.get(new Wish(query.filter(), query.beforeDate()), Wanted.since(request, clock));
        Found found = snapshot.value();
        boolean underWay =
                found.page().nights().stream().anyMatch(night -> night.status().isUnderWay());
        View view = new View(
                Refresh.seconds(underWay),
                top(found, query, snapshot.at()),
                query,
                listing(found.page(), query),
                acts.asked(request));
        return pages.show("nights", Frame.of(request, "Nights").asOf(snapshot, clock.getZone()), view);
    }

    private Top top(Found found, NightQuery query, Instant at) {
        ZoneId zone = clock.getZone();
        boolean newest = !query.isSet() && query.beforeDate() == null;
        List<NightRow> rows = newest ? found.page().nights() : List.of();
        return new Top(
                rows.stream()
                        .filter(row -> row.status().isUnderWay())
                        .findFirst()
                        .or(() -> rows.stream()
                                .findFirst()
                                .filter(row -> found.attention().troubles().isEmpty()))
                        .map(row -> sentence(row, at))
                        .orElse(null),
                AttentionSheet.of(found.attention(), zone));
    }

    private Sentence sentence(NightRow row, Instant at) {
        Optional<Instant> since = Optional.ofNullable(row.lastAttempt())
                .map(attempt -> attempt.attempt().times().ended());
        Optional<Instant> ends = Optional.ofNullable(row.remaining(at)).map(at::plus);
        return Sentence.of(
                row.date(),
                row.status(),
                row.run().counts(),
                new Sentence.Known(since.orElse(null), ends.orElse(null)),
                clock.getZone());
    }

    private Listing listing(NightList.Page page, NightQuery query) {
        boolean asked = query.isSet() || query.beforeDate() != null;
        return new Listing(
                page.dates().stream().map(this::listed).toList(),
                page.dates().isEmpty() && !asked,
                page.dates().isEmpty() && asked,
                clock.getZone().getId(),
                Optional.ofNullable(page.next()).map(query::older).orElse(null));
    }

    private Listed listed(ListedDates dates) {
        return dates instanceof NightRow night
                ? new Listed(NightLine.of(night, clock.getZone()), null)
                : new Listed(null, missing((MissingDates) dates));
    }

    private static Missing missing(MissingDates dates) {
        return new Missing(
                dates.first().toString(),
                dates.last().toString(),
                !dates.first().equals(dates.last()));
    }
}
