package nightfill.adapter.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nightfill.application.figures.FillRate;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.Summary;
import nightfill.view.Meanings;
import nightfill.view.Numbers;

/** What became of the lines that took part. */
record OutcomeView(String chart, List<Row> rows) {

    private static final String ALLOCATED = "Allocated";

    private static final Map<String, String> TONES =
            Map.of("SHORT", "tone-two", "NO_SINGLE_BATCH", "tone-three", "UNKNOWN_SKU", "tone-four");

    record Row(String tone, String code, String meaning, Measure lines, Measure units) {}

    static OutcomeView of(NightPage night) {
        Summary tonight = night.tonight();
        BarChart chart = new BarChart(
                "outcome",
                "What became of the lines that took part",
                List.of(
                        bar("Lines", tonight.figures().lines()),
                        bar("Units", tonight.figures().units())));
        return new OutcomeView(chart.svg(), rows(night));
    }

    private static BarChart.Bar bar(String label, Summary.Flow flow) {
        FillRate rate = FillRate.of(flow);
        List<BarChart.Segment> segments = new ArrayList<>();
        segments.add(new BarChart.Segment("tone-one", ALLOCATED, rate.allocated()));
        reasons(flow).forEach(reason -> segments.add(new BarChart.Segment(tone(reason), reason, open(flow, reason))));
        String value = "%s of %s".formatted(Numbers.grouped(rate.allocated()), Numbers.grouped(rate.tookPart()));
        return new BarChart.Bar(label, value, rate.tookPart(), segments);
    }

    private static List<Row> rows(NightPage night) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(Measure.Pair.of(night, ALLOCATED, flow -> flow.outcome().allocated()), "tone-one"));
        for (String reason : reasons(night.tonight().figures().lines())) {
            rows.add(row(Measure.Pair.of(night, reason, flow -> open(flow, reason)), tone(reason)));
        }
        if (night.tonight().figures().lines().outcome().left() > 0) {
            rows.add(row(
                    Measure.Pair.of(
                            night,
                            Meanings.LEFT_WITHOUT_BATCH,
                            flow -> flow.outcome().left()),
                    ""));
        }
        return rows;
    }

    private static Row row(Measure.Pair pair, String tone) {
        return new Row(tone, Markup.breakable(pair.name()), Meanings.of(pair.name()), pair.lines(), pair.units());
    }

    private static List<String> reasons(Summary.Flow flow) {
        return List.copyOf(flow.outcome().unallocated().keySet());
    }

    private static long open(Summary.Flow flow, String reason) {
        return flow.outcome().unallocated().getOrDefault(reason, 0L);
    }

    private static String tone(String reason) {
        return TONES.getOrDefault(reason, "tone-two");
    }
}
