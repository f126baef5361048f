package nightfill.adapter.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nightfill.application.figures.FillRate;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.Summary;

/** What the template shows, each by its name. */
record PageView(NightPage night, String style) {

    LocalDate date() {
        return night.tonight().identity().date();
    }

    int run() {
        return night.tonight().identity().run();
    }

    String weekday() {
        String name = date().getDayOfWeek().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    String comparison() {
        return replaced(night.tonight()) + compared(night);
    }

    boolean changes() {
        return night.before().isPresent();
    }

    VerdictView verdict() {
        return VerdictView.of(night);
    }

    boolean quiet() {
        return FillRate.of(night.tonight().figures().lines()).tookPart() == 0;
    }

    List<Tile> tiles() {
        return Tile.of(night);
    }

    OutcomeView outcome() {
        return OutcomeView.of(night);
    }

    List<Measure.Pair> flows() {
        return List.of(
                Measure.Pair.of(night, "Open before", Summary.Flow::openBefore),
                Measure.Pair.of(night, "Loaded", Summary.Flow::loaded),
                Measure.Pair.of(night, "Released or cancelled off a batch", Summary.Flow::released),
                Measure.Pair.of(night, "Cancelled", Summary.Flow::cancelled),
                Measure.Pair.of(night, "Dispatched", Summary.Flow::dispatched),
                Measure.Pair.of(night, "Allocated", flow -> flow.outcome().allocated()),
                Measure.Pair.of(night, "Still open", flow -> FillRate.of(flow).open()));
    }

    ShortView shortage() {
        return ShortView.of(night);
    }

    StockView stock() {
        return StockView.of(night);
    }

    AgeingView ageing() {
        return AgeingView.of(night);
    }

    PromiseView promises() {
        return PromiseView.of(night);
    }

    RejectView rejects() {
        return RejectView.of(night);
    }

    WarningView warnings() {
        return WarningView.of(night.tonight());
    }

    IdentityView identity() {
        return IdentityView.of(night.tonight());
    }

    private static String replaced(Summary tonight) {
        return tonight.identity().replaces() == null
                ? ""
                : "It stands in place of run %d. "
                        .formatted(tonight.identity().replaces().run());
    }

    private static String compared(NightPage night) {
        return night.before()
                .map(before -> "Changes are against %s run %d."
                        .formatted(before.identity().date(), before.identity().run()))
                .orElse("The first night: there is none to compare it with.");
    }
}
