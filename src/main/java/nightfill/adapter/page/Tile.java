package nightfill.adapter.page;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import nightfill.application.figures.Compared;
import nightfill.application.figures.FillRate;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.Summary;
import nightfill.view.Numbers;

/** One of the figures that come first. */
record Tile(String name, String value, String unit, String change, String note) {

    static List<Tile> of(NightPage night) {
        return List.of(
                rate(
                        night,
                        "Fill rate in lines",
                        "line",
                        summary -> summary.figures().lines()),
                rate(
                        night,
                        "Fill rate in units",
                        "unit",
                        summary -> summary.figures().units()),
                stillOpen(night),
                promises(night),
                overdue(night),
                rejected(night));
    }

    private static Tile rate(NightPage night, String name, String what, Function<Summary, Summary.Flow> side) {
        FillRate rate = FillRate.of(side.apply(night.tonight()));
        String change = night.before()
                .map(before -> Numbers.change(
                        rate.tenthsOfPercent(), FillRate.of(side.apply(before)).tenthsOfPercent()))
                .orElse("");
        String note = rate.tookPart() == 0
                ? "none took part"
                : "%s of %s".formatted(Numbers.grouped(rate.allocated()), Numbers.count(rate.tookPart(), what));
        return new Tile(name, Numbers.percent(rate.tenthsOfPercent()), "", change, note);
    }

    private static Tile stillOpen(NightPage night) {
        Compared lines =
                night.compared(summary -> FillRate.of(summary.figures().lines()).open());
        String units =
                Numbers.count(FillRate.of(night.tonight().figures().units()).open(), "unit");
        OptionalLong days = night.ageing().oldest();
        return new Tile(
                "Still open",
                Numbers.grouped(lines.tonight()),
                Numbers.noun(lines.tonight(), "line"),
                Numbers.change(lines.change(), "line"),
                days.orElse(0) == 0 ? units : units + ", oldest " + Numbers.count(days.getAsLong(), "day"));
    }

    private static Tile promises(NightPage night) {
        long changed = PromiseView.changed(night);
        return new Tile(
                "Promises changed",
                Numbers.grouped(changed),
                Numbers.noun(changed, "line"),
                "",
                "%s lost".formatted(Numbers.grouped(PromiseView.lost(night))));
    }

    private static Tile overdue(NightPage night) {
        Compared units = night.compared(summary -> summary.figures().stock().overdue());
        return new Tile(
                "Overdue at sea",
                Numbers.grouped(units.tonight()),
                Numbers.noun(units.tonight(), "unit"),
                Numbers.change(units.change(), "unit"),
                "%s promised"
                        .formatted(Numbers.grouped(
                                StockView.overdue(night).promised().units())));
    }

    private static Tile rejected(NightPage night) {
        Compared rows = night.compared(RejectView::rejected);
        return new Tile(
                "Rejected",
                Numbers.grouped(rows.tonight()),
                Numbers.noun(rows.tonight(), "row"),
                Numbers.change(rows.change(), "row"),
                "of %s read".formatted(Numbers.grouped(RejectView.read(night.tonight()))));
    }
}
