package nightfill.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Feeds written by hand for the model's own tests: rows stand side by side, separated by spaces. */
final class Papers {

    private final Map<String, String> texts = new HashMap<>();

    static Papers of(String batches, String orderLines) {
        return new Papers()
                .with(Sheet.BATCHES, "ref,sku,qty,eta", batches)
                .with(Sheet.ORDER_LINES, "orderid,sku,qty", orderLines);
    }

    Papers dispatches(String rows) {
        return with(Sheet.DISPATCHES, "orderid,sku,qty", rows);
    }

    Papers cancellations(String rows) {
        return with(Sheet.CANCELLATIONS, "orderid,sku,qty", rows);
    }

    Papers promises(String rows) {
        return with(Sheet.ALLOCATIONS, "orderid,sku,qty,batchref", rows);
    }

    Papers with(String file, String header, String rows) {
        texts.put(file, header + "\n" + rows.replace(' ', '\n') + "\n");
        return this;
    }

    Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    Run runOn(NightModel model, int day) {
        return model.run(date(day), texts());
    }

    Run correctOn(NightModel model, int day) {
        return model.correct(date(day), texts());
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
