package nightfill.adapter.web.api;

import java.time.InstantSource;
import java.time.LocalDate;
import nightfill.application.watch.NeedsAttention;
import nightfill.application.watch.NightFilter;
import nightfill.application.watch.NightList;
import nightfill.application.watch.ShowRun;
import nightfill.domain.watch.NightStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Nights, newest first; one of them; and what needs a person. */
@RestController
public record NightsApi(NightList nights, ShowRun runs, NeedsAttention attention, InstantSource clock) {

    private static final String PATH = "/api/nights";

    /** Which nights; {@code before} is the key of the page. */
    private record Query(
            @Nullable String from,
            @Nullable String to,
            @Nullable String status) {

        private NightFilter filter() {
            return new NightFilter(
                    Parameters.constant("status", status, NightStatus.values()),
                    Parameters.dateOrNull("from", from),
                    Parameters.dateOrNull("to", to),
                    "");
        }

        private String before(LocalDate date) {
            String older = Page.with(PATH, "before", date);
            return Page.with(Page.with(Page.with(older, "from", from), "to", to), "status", status);
        }
    }

    @GetMapping(PATH)
    public Page<NightJson> list(
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "status", required = false) @Nullable String status,
            @RequestParam(name = "before", required = false) @Nullable String before) {
        Query query = new Query(from, to, status);
        NightList.Page page = nights.page(query.filter(), Parameters.dateOrNull("before", before), Page.SIZE);
        LocalDate next = page.next();
        return new Page<>(page.nights().stream().map(NightJson::of).toList(), next == null ? null : query.before(next));
    }

    @GetMapping(PATH + "/{date}/{number}")
    public RunJson run(@PathVariable String date, @PathVariable String number) {
        return runs.of(Parameters.run(date, number), clock.instant())
                .map(RunJson::of)
                .orElseThrow(() -> Parameters.noRun(date, number));
    }

    @GetMapping("/api/attention")
    public AttentionJson needsAttention() {
        return AttentionJson.of(attention.find());
    }
}
