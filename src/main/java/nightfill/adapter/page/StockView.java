package nightfill.adapter.page;

import java.util.List;
import nightfill.application.figures.Compared;
import nightfill.application.figures.NightDetail.Holding;
import nightfill.application.figures.NightDetail.Place;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.Summary;
import nightfill.view.Numbers;

/** Where the goods are, and how much of them is promised. */
record StockView(String chart, List<Row> rows) {

    record Row(String name, Measure units, Holding holding, boolean total) {}

    static StockView of(NightPage night) {
        List<Row> rows = List.of(
                row(night, Place.WAREHOUSE, "In the warehouse"),
                row(night, Place.DUE, "At sea, due"),
                row(night, Place.OVERDUE, "At sea, overdue"),
                total(night));
        return new StockView(chart(rows.subList(0, Place.values().length)).svg(), rows);
    }

    static Holding overdue(NightPage night) {
        return holding(night, Place.OVERDUE);
    }

    private static Row row(NightPage night, Place place, String name) {
        Compared units = night.compared(summary -> units(summary.figures().stock(), place));
        return new Row(name, Measure.of(units), holding(night, place), false);
    }

    private static Row total(NightPage night) {
        Measure units = Measure.of(
                night,
                summary -> summary.figures().stock().warehouse()
                        + summary.figures().stock().atSea());
        Holding all = night.detail().stock().values().stream().reduce(Holding.NONE, Holding::plus);
        return new Row("In all", units, all, true);
    }

    private static Holding holding(NightPage night, Place place) {
        return night.detail().stock().getOrDefault(place, Holding.NONE);
    }

    private static long units(Summary.Stock stock, Place place) {
        return switch (place) {
            case WAREHOUSE -> stock.warehouse();
            case DUE -> stock.atSea() - stock.overdue();
            case OVERDUE -> stock.overdue();
        };
    }

    private static BarChart chart(List<Row> rows) {
        long most = rows.stream().mapToLong(row -> row.holding().units()).max().orElse(0);
        return new BarChart(
                "stock",
                "Units in the warehouse and at sea, promised and free",
                rows.stream().map(row -> bar(row, most)).toList());
    }

    private static BarChart.Bar bar(Row row, long most) {
        return new BarChart.Bar(
                row.name(),
                Numbers.count(row.holding().units(), "unit"),
                most,
                List.of(
                        new BarChart.Segment(
                                "tone-one", "promised", row.holding().promised().units()),
                        new BarChart.Segment("tone-five", "free", row.holding().free())));
    }
}
