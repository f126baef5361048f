package nightfill.adapter.page;

import java.util.List;
import nightfill.application.figures.NightDetail.Rejected;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.Summary;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.words.Rules;
import nightfill.view.Meanings;

/** What became of the feeds' rows, and why some were rejected. */
record RejectView(List<Feed> feeds, List<Row> rows) {

    record Feed(String file, FeedCounts counts) {}

    record Row(String code, String meaning, long count, String bar) {}

    static RejectView of(NightPage night) {
        List<Rejected> rejected = night.detail().rejected();
        long most = rejected.stream().mapToLong(Rejected::rows).max().orElse(0);
        return new RejectView(
                feeds(night.tonight()),
                rejected.stream()
                        .map(reason -> row(reason, meaning(reason, night), most))
                        .toList());
    }

    boolean any() {
        return !rows.isEmpty();
    }

    static long rejected(Summary summary) {
        return summary.feeds().values().stream().mapToLong(FeedCounts::rejected).sum();
    }

    static long read(Summary summary) {
        return summary.feeds().values().stream().mapToLong(FeedCounts::rows).sum();
    }

    /** A night of the first rules that is run again must have the same bytes. */
    private static String meaning(Rejected reason, NightPage night) {
        Rules rules = Rules.of(night.tonight().identity().rules());
        return reason.reason().equals("NOT_ALLOCATED") && !rules.have(Rules.TWO)
                ? "the line has no batch"
                : Meanings.of(reason.reason());
    }

    private static Row row(Rejected reason, String meaning, long most) {
        return new Row(
                Markup.breakable(reason.file() + ": " + reason.reason()),
                meaning,
                reason.rows(),
                BarChart.bare("tone-two", reason.rows(), most));
    }

    private static List<Feed> feeds(Summary summary) {
        return summary.feeds().entrySet().stream()
                .map(entry -> new Feed(entry.getKey() + ".csv", entry.getValue()))
                .toList();
    }
}
