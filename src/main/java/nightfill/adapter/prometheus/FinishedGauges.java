package nightfill.adapter.prometheus;

import io.prometheus.metrics.model.snapshots.Labels;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import nightfill.application.figures.FillRate;
import nightfill.application.figures.RunFigures;
import nightfill.application.figures.Tally;
import nightfill.application.metrics.Backlog;
import nightfill.application.metrics.FinishedFigures;
import nightfill.application.watch.RunRecord.FeedRecord;
import nightfill.application.watch.RunRecord.Rows;

/**
 * The night that was finished last.
 *
 * @param zone in which business dates begin
 */
record FinishedGauges(Families families, ZoneId zone) {

    private static final Map<String, ToLongFunction<Rows>> OUTCOMES = Map.of(
            "applied", Rows::applied,
            "duplicate", Rows::duplicate,
            "superseded", Rows::superseded,
            "rejected", Rows::rejected);

    /** Rows of a feed, and what became of them. */
    private record Sorted(String feed, String what, long rows) {

        Labels labels(String label) {
            return Labels.of("feed", feed, label, what);
        }
    }

    void add(FinishedFigures night) {
        families.info(
                "nightfill_finished",
                "The night that was finished last: lines, units, rows and the backlog are its.",
                PrometheusMetricsFormat.labels(night.run()));
        families.moment("nightfill_finished_timestamp_seconds", "When it was finished.", night.ended());
        families.moment(
                "nightfill_finished_date_timestamp_seconds",
                "When the newest business date that is finished, or being corrected, began.",
                night.newest().atStartOfDay(zone).toInstant());
        families.gauge(
                "nightfill_control_totals",
                "Sums that were compared before it was finished; all of them balanced.",
                night.figures().controlTotals());
        add(night.figures());
        add(night.feeds());
        add(night.backlog());
    }

    private void add(RunFigures figures) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        tallies.put("loaded", figures.loaded());
        tallies.put("released", figures.released());
        tallies.put("allocated", figures.allocated());
        tallies.put("open", figures.open());
        families.each(
                "nightfill_finished_lines",
                "Order lines, by what the night did with them.",
                tallies.entrySet(),
                tally -> Labels.of("outcome", tally.getKey()),
                tally -> tally.getValue().lines());
        families.each(
                "nightfill_finished_units",
                "Their units.",
                tallies.entrySet(),
                tally -> Labels.of("outcome", tally.getKey()),
                tally -> tally.getValue().units());
        FillRate fillRate = figures.fillRate();
        families.gauge(
                "nightfill_fill_ratio",
                "How much of the lines that took part in the allocation found a batch.",
                fillRate.tookPart() == 0 ? null : (double) fillRate.allocated() / fillRate.tookPart());
    }

    private void add(List<FeedRecord> feeds) {
        families.each(
                "nightfill_feed_rows",
                "Rows of its feeds, by what became of them.",
                feeds.stream()
                        .flatMap(feed -> OUTCOMES.entrySet().stream()
                                .map(outcome -> new Sorted(
                                        feed.feed().label(), outcome.getKey(), rows(feed, outcome.getValue()))))
                        .toList(),
                sorted -> sorted.labels("outcome"),
                Sorted::rows);
        families.each(
                "nightfill_rejected_rows",
                "Rejected rows of its feeds, by reason.",
                feeds.stream()
                        .flatMap(feed -> feed.rejected().entrySet().stream()
                                .map(reason -> new Sorted(feed.feed().label(), reason.getKey(), reason.getValue())))
                        .toList(),
                sorted -> sorted.labels("reason"),
                Sorted::rows);
    }

    private static long rows(FeedRecord feed, ToLongFunction<Rows> outcome) {
        Rows rows = feed.rows();
        return rows == null ? 0 : outcome.applyAsLong(rows);
    }

    private void add(Backlog backlog) {
        families.gauge(
                "nightfill_backlog_lines",
                "Order lines that it left open.",
                backlog.open().lines());
        families.gauge("nightfill_backlog_units", "Their units.", backlog.open().units());
        OptionalLong usual = backlog.usual();
        families.gauge(
                "nightfill_backlog_usual_lines",
                "Order lines that the eight nights before it left open, in the median.",
                usual.isPresent() ? usual.getAsLong() : null);
        families.gauge(
                "nightfill_backlog_growing_nights",
                "How many nights in a row have left more open than the one before each.",
                backlog.growing());
    }
}
