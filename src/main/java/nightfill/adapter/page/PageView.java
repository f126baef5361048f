package nightfill.adapter.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nightfill.application.figures.FillRate;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.Summary;

/** What the template shows, in its order. */
record PageView(
        String style,
        LocalDate date,
        String weekday,
        int run,
        String standing,
        boolean changes,
        VerdictView verdict,
        boolean quiet,
        List<Tile> tiles,
        OutcomeView outcome,
        List<Measure.Pair> flows,
        ShortView shortage,
        StockView stock,
        AgeingView ageing,
        PromiseView promises,
        RejectView rejects,
        WarningView warnings,
        IdentityView identity) {

    static PageView of(NightPage night, String style) {
        Summary tonight = night.tonight();
        return new PageView(
                style,
                tonight.date(),
                weekday(tonight.date()),
                tonight.run(),
                replaced(tonight) + compared(night),
                night.before().isPresent(),
                VerdictView.of(night),
                FillRate.of(tonight.lines()).tookPart() == 0,
                Tile.of(night),
                OutcomeView.of(night),
                flows(night),
                ShortView.of(night),
                StockView.of(night),
                AgeingView.of(night),
                PromiseView.of(night),
                RejectView.of(night),
                WarningView.of(tonight),
                IdentityView.of(tonight));
    }

    private static String weekday(LocalDate date) {
        String name = date.getDayOfWeek().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String replaced(Summary tonight) {
        return tonight.replaces() == null
                ? ""
                : "It stands in place of run %d. ".formatted(tonight.replaces().run());
    }

    private static String compared(NightPage night) {
        return night.before()
                .map(before -> "Changes are against %s run %d.".formatted(before.date(), before.run()))
                .orElse("The first night: there is none to compare it with.");
    }

    private static List<Measure.Pair> flows(NightPage night) {
        return List.of(
                Measure.Pair.of(night, "Open before", Summary.Figures::openBefore),
                Measure.Pair.of(night, "Loaded", Summary.Figures::loaded),
                Measure.Pair.of(night, "Released or cancelled off a batch", Summary.Figures::released),
                Measure.Pair.of(night, "Cancelled", Summary.Figures::cancelled),
                Measure.Pair.of(night, "Dispatched", Summary.Figures::dispatched),
                Measure.Pair.of(night, "Allocated", Summary.Figures::allocated),
                Measure.Pair.of(
                        night, "Still open", figures -> FillRate.of(figures).open()));
    }
}
