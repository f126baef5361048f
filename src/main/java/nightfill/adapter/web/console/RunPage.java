package nightfill.adapter.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.NoRun;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.RunAddress;
import nightfill.adapter.web.Wanted;
import nightfill.adapter.web.console.RunSheet.Around;
import nightfill.adapter.web.console.act.ActDesk;
import nightfill.adapter.web.security.Visitor;
import nightfill.application.sampling.Samples;
import nightfill.application.sampling.Sampling;
import nightfill.application.sampling.Snapshot;
import nightfill.application.watch.RunView;
import nightfill.application.watch.ShowRun;
import nightfill.domain.run.RunName;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All about one run. */
@Controller
public final class RunPage {

    private final Pages pages;
    private final ActDesk acts;
    private final Clock clock;
    private final Samples<RunName, Optional<Found>> runs;

    public RunPage(Pages pages, Sources sources, ActDesk acts, Sampling sampling, Clock clock) {
        this.pages = pages;
        this.acts = acts;
        this.clock = clock;
        this.runs = sampling.of(name -> sources.runs().of(name, clock.instant()).map(sources::found));
    }

    /** Where all about a run is found. */
    public record Sources(ShowRun runs, Ahead ahead, Behind behind) {

        private Found found(RunView run) {
            return new Found(run, new Around(ahead.of(run), behind.of(run)));
        }
    }

    private record Found(RunView run, Around around) {}

    @GetMapping("/nights/{date}/{number}")
    public ResponseEntity<byte[]> show(
            HttpServletRequest request, @PathVariable String date, @PathVariable String number) {
        Optional<Snapshot<Optional<Found>>> known =
                RunAddress.parse(date, number).map(name -> runs.get(name, Wanted.since(request, clock)));
        return known.filter(snapshot -> snapshot.value().isPresent())
                .map(snapshot -> show(request, snapshot, snapshot.value().orElseThrow()))
                .orElseGet(() -> NoRun.show(pages, request, date, number));
    }

    /** As of when it was known. */
    private ResponseEntity<byte[]> show(HttpServletRequest request, Snapshot<?> snapshot, Found found) {
        Clock then = Clock.fixed(snapshot.at(), clock.getZone());
        Frame frame = Frame.of(request, found.run().run().name().title()).asOf(snapshot, clock.getZone());
        return pages.show(
                "run",
                frame,
                RunSheet.of(
                        found.run(),
                        found.around(),
                        acts.of(
                                request,
                                snapshot,
                                found.run(),
                                found.around().ahead().deadline(found.run(), snapshot.at()),
                                found.around().ahead().starting()),
                        Visitor.of(request).role(),
                        then));
    }
}
