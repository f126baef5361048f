package nightfill.adapter.page;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nightfill.application.figures.FillRate;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.Summary;

/** What the template shows, each by its name. */
final class PageView {

    private PageView() {}

    static Map<String, Object> of(NightPage night, String style) {
        Summary tonight = night.tonight();
        return Map.ofEntries(
                entry("style", style),
                entry("date", tonight.identity().date()),
                entry("weekday", weekday(tonight.identity().date())),
                entry("run", tonight.identity().run()),
                entry("comparison", replaced(tonight) + compared(night)),
                entry("changes", night.before().isPresent()),
                entry("verdict", VerdictView.of(night)),
                entry("quiet", FillRate.of(tonight.figures().lines()).tookPart() == 0),
                entry("tiles", Tile.of(night)),
                entry("outcome", OutcomeView.of(night)),
                entry("flows", flows(night)),
                entry("shortage", ShortView.of(night)),
                entry("stock", StockView.of(night)),
                entry("silent", SilentView.of(night)),
                entry("ageing", AgeingView.of(night)),
                entry("promises", PromiseView.of(night)),
                entry("rejects", RejectView.of(night)),
                entry("warnings", WarningView.of(tonight)),
                entry("identity", IdentityView.of(tonight)));
    }

    private static String weekday(LocalDate date) {
        String name = date.getDayOfWeek().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String replaced(Summary tonight) {
        return tonight.identity().replaces() == null
                ? ""
                : "It stands in place of run %d. "
                        .formatted(tonight.identity().replaces().run());
    }

    private static String compared(NightPage night) {
        return night.before()
                .map(before -> "Changes are against %s.".formatted(before.title()))
                .orElse("The first night: there is none to compare it with.");
    }

    private static List<Measure.Pair> flows(NightPage night) {
        return List.of(
                Measure.Pair.of(night, "Open before", Summary.Flow::openBefore),
                Measure.Pair.of(night, "Loaded", Summary.Flow::loaded),
                Measure.Pair.of(night, "Released or cancelled off a batch", Summary.Flow::released),
                Measure.Pair.of(night, "Cancelled", Summary.Flow::cancelled),
                Measure.Pair.of(night, "Dispatched", Summary.Flow::dispatched),
                Measure.Pair.of(night, "Allocated", flow -> flow.outcome().allocated()),
                Measure.Pair.of(night, "Still open", flow -> FillRate.of(flow).open()));
    }
}
