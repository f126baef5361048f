package nightfill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs one night as a scheduler would, in an empty home of its own, and tells its speed, its memory and its outcome.
 *
 * <pre>{@code ./mvnw -q -Pbench test-compile exec:java@night-bench -Dexec.args="2026-11-20 target/tpch target/night-bench"}</pre>
 *
 * <p>The arguments are the business date, the directory that holds the date's feeds, and a directory that does not exist
 * yet for home and reports. The JVM gets {@code -Xmx256m} unless {@code NIGHTFILL_JAVA_OPTS} says otherwise; the memory
 * told is that JVM's, without the database server's. {@code NIGHTFILL_DB_URL} names another server than the embedded one.
 */
public final class NightBench {

    private final String date;
    private final Path input;
    private final Path work;

    private NightBench(String date, Path input, Path work) {
        this.date = date;
        this.input = input.toAbsolutePath();
        this.work = work.toAbsolutePath();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("expected: DATE INPUT WORK-DIR");
        }
        new NightBench(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]))
                .measure()
                .forEach(System.out::println);
    }

    private List<String> measure() throws IOException, InterruptedException {
        if (Files.exists(work)) {
            throw new IllegalArgumentException(work + " exists; a night is measured in a new home");
        }
        // Builds the jar where it is missing or old, which is no part of the night.
        nightfill("--version");
        PlainRead floor = PlainRead.of(input.resolve(date));
        MeasuredProcess night = nightfill(
                "run",
                "--date",
                date,
                "--input",
                input.toString(),
                "--output",
                reports().toString());
        return report(floor, night, new JsonMapper().readTree(summary().toFile()));
    }

    private MeasuredProcess nightfill(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder launcher =
                MeasuredProcess.launcher(work.resolve("home"), arguments).inheritIO();
        return MeasuredProcess.run(launcher).requireDone(launcher);
    }

    private Path reports() {
        return work.resolve("reports");
    }

    private Path summary() {
        return reports().resolve(date).resolve("run-1").resolve("summary.json");
    }

    private static List<String> report(PlainRead floor, MeasuredProcess night, JsonNode summary) {
        long rows = summary.at("/feeds/order_lines/rows").longValue();
        List<String> report = new ArrayList<>();
        report.add("feeds            %,d order lines, %,d batches, %,d bytes"
                .formatted(rows, summary.at("/feeds/batches/rows").longValue(), floor.bytes()));
        report.add(
                "plain read       %.2f s = %,.0f lines/s".formatted(floor.seconds(), floor.lines() / floor.seconds()));
        report.add("night            %.2f s = %,.0f lines/s".formatted(night.seconds(), rows / night.seconds()));
        report.add("peak memory      %,d MB".formatted(night.peakKilobytes() / 1024));
        report.addAll(shares(summary.at("/lines")));
        return report;
    }

    private static List<String> shares(JsonNode lines) {
        long allocated = lines.at("/allocated").longValue();
        var unallocated = lines.at("/unallocated").properties();
        long all = allocated
                + unallocated.stream()
                        .map(Map.Entry::getValue)
                        .mapToLong(JsonNode::longValue)
                        .sum();
        List<String> shares = new ArrayList<>(List.of(share("allocated", allocated, all)));
        unallocated.forEach(
                reason -> shares.add(share(reason.getKey(), reason.getValue().longValue(), all)));
        return shares;
    }

    private static String share(String outcome, long lines, long all) {
        return "%-16s %5.1f %%  %,d lines".formatted(outcome, 100.0 * lines / all, lines);
    }
}
