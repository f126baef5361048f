package nightfill.adapter.page;

import java.util.List;
import nightfill.application.figures.Ageing.Bucket;
import nightfill.application.figures.NightPage;
import nightfill.view.Numbers;

/** How long open lines have waited. */
record AgeingView(boolean any, String chart, List<Row> rows) {

    record Row(String age, long lines, long units) {}

    static AgeingView of(NightPage night) {
        List<Row> rows = night.ageing().buckets().stream().map(AgeingView::row).toList();
        return new AgeingView(night.ageing().oldest().isPresent(), chart(rows).svg(), rows);
    }

    private static Row row(Bucket bucket) {
        return new Row(age(bucket), bucket.open().lines(), bucket.open().units());
    }

    private static String age(Bucket bucket) {
        if (bucket.lastDay() == 0) {
            return "Since tonight";
        }
        return bucket.lastDay() == Long.MAX_VALUE
                ? "More than %d days".formatted(bucket.firstDay() - 1)
                : "%d\u2013%d days".formatted(bucket.firstDay(), bucket.lastDay());
    }

    private static BarChart chart(List<Row> rows) {
        long most = rows.stream().mapToLong(Row::lines).max().orElse(0);
        return new BarChart(
                "ageing",
                "Open lines by how long they have waited",
                rows.stream().map(row -> bar(row, most)).toList());
    }

    private static BarChart.Bar bar(Row row, long most) {
        return new BarChart.Bar(
                row.age(),
                Numbers.count(row.lines(), "line"),
                most,
                List.of(new BarChart.Segment("tone-two", "open", row.lines())));
    }
}
