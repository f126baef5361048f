package nightfill.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Feeds written by hand for the model's own tests: rows stand side by side, separated by spaces. */
final class HandwrittenFeeds {

    private final Map<String, String> texts = new HashMap<>();

    static HandwrittenFeeds of(String batches, String orderLines) {
        return new HandwrittenFeeds()
                .with(FeedRows.BATCHES, "ref,sku,qty,eta", batches)
                .with(FeedRows.ORDER_LINES, "orderid,sku,qty", orderLines);
    }

    HandwrittenFeeds dispatches(String rows) {
        return with(FeedRows.DISPATCHES, "orderid,sku,qty", rows);
    }

    HandwrittenFeeds cancellations(String rows) {
        return with(FeedRows.CANCELLATIONS, "orderid,sku,qty", rows);
    }

    HandwrittenFeeds promises(String rows) {
        return with(FeedRows.ALLOCATIONS, "orderid,sku,qty,batchref", rows);
    }

    HandwrittenFeeds with(String file, String header, String rows) {
        texts.put(file, header + "\n" + rows.replace(' ', '\n') + "\n");
        return this;
    }

    Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    Run runOn(NightModel model, int day) {
        return model.run(date(day), texts());
    }

    Run snapshotOn(NightModel model, int day) {
        return model.run(date(day), texts(), true);
    }

    Run correctOn(NightModel model, int day) {
        return model.correct(date(day), texts(), false);
    }

    static LocalDate date(int day) {
        return LocalDate.of(2026, 3, day);
    }

    /** The rows of a report, without its header and line ends. */
    static List<String> rows(Run run, String report) {
        List<String> lines =
                new ArrayList<>(List.of(run.reports().getOrDefault(report, "").split("\r\n")));
        lines.remove(0);
        return lines;
    }

    /** File, line and reason of every reject. */
    static List<String> rejects(Run run) {
        return Csv.records(run.reports().getOrDefault("rejects.csv", "")).stream()
                .skip(1)
                .map(record -> record.get(0).replace(".csv", "") + ":" + record.get(1) + ":" + record.get(2))
                .toList();
    }
}
