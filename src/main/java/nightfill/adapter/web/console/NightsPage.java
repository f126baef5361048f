package nightfill.adapter.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
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
import nightfill.application.watch.NightFilter;
import nightfill.application.watch.NightList;
import nightfill.application.watch.NightRow;
import nightfill.domain.words.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All nights, newest first. */
@Controller
public final class NightsPage {

    private static final int SIZE = 30;

    private final Pages pages;
    private final ActDesk acts;
    private final Clock clock;
    private final Samples<Wish, NightList.Page> nights;

    public NightsPage(Pages pages, NightList nights, ActDesk acts, Sampling sampling, Clock clock) {
        this.pages = pages;
        this.acts = acts;
        this.clock = clock;
        this.nights = sampling.of(wish -> nights.page(wish.filter(), wish.before(), SIZE));
    }

    /** Which nights somebody wants to see; {@code before} null for the newest. */
    record Wish(NightFilter filter, @Nullable LocalDate before) {}

    /**
     * @param every how many seconds until the page asks for news
     * @param next the address of the page of older nights; null on the last
     */
    record View(
            int every,
            List<Listed> dates,
            boolean none,
            String zone,
            @Nullable String next,
            @Nullable AskedSheet asked) {}

    /** A night, or dates without one. */
    record Listed(@Nullable NightLine night, @Nullable Missing missing) {}

    record Missing(String first, String last, boolean many) {}

    @GetMapping("/")
    public ResponseEntity<byte[]> show(
            HttpServletRequest request, @RequestParam(name = "before", defaultValue = "") String before) {
        @Nullable LocalDate key = Dates.parse(before).orElse(null);
        Snapshot<NightList.Page> snapshot = nights.get(new Wish(NightFilter.ALL, key), Wanted.since(request, clock));
        NightList.Page page = snapshot.value();
        boolean underWay =
                page.nights().stream().anyMatch(night -> night.status().isUnderWay());
        View view = new View(
                Refresh.seconds(underWay),
                page.dates().stream().map(this::listed).toList(),
                page.dates().isEmpty(),
                clock.getZone().getId(),
                Optional.ofNullable(page.next()).map(next -> "/?before=" + next).orElse(null),
                acts.asked(request));
        return pages.show("nights", Frame.of(request, "Nights").asOf(snapshot, clock.getZone()), view);
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
