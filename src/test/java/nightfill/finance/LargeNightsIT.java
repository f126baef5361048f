package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.application.sample.FeedWriter;
import nightfill.application.sample.GenerateNight;
import nightfill.harness.Figures;
import nightfill.harness.InMemory;
import nightfill.harness.Scale;
import nightfill.harness.TestNightfill;
import nightfill.model.NightModel;
import nightfill.model.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nights as shops have them, of 60,000 lines in a soak, worked by Nightfill and by a plain model of the rules. */
class LargeNightsIT {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final int LINES = Scale.SOAK ? 60_000 : 500;
    private static final String HEADER = "orderid,line,sku,qty\n";

    @Test
    void nights_with_and_without_dispatches_of_the_same_day_end_as_the_rules_say(
            @TempDir(factory = InMemory.class) Path directory) throws IOException {
        NightModel model = new NightModel();
        try (TestNightfill nightfill = new TestNightfill(directory, 5000)) {
            Map<String, String> friday = generated(FRIDAY);
            friday.put("dispatches.csv", every(20, friday.getOrDefault("order_lines.csv", "")));
            Run first = play(FRIDAY, friday, model, nightfill);
            assertThat(first.counts()).containsKey("lines.leftWithoutBatch");
            assertThat(first.counts().get("lines.leftWithoutBatch")).isPositive();
            assertThat(first.counts().get("lines.dispatched")).isPositive();

            Map<String, String> saturday = generated(FRIDAY.plusDays(1));
            saturday.put("dispatches.csv", every(10, first.reports().getOrDefault("allocations.csv", "")));
            saturday.put("cancellations.csv", every(30, first.reports().getOrDefault("unallocated.csv", "")));
            Run second = play(FRIDAY.plusDays(1), saturday, model, nightfill);
            assertThat(second.counts().get("lines.leftWithoutBatch")).isZero();
            assertThat(second.counts().get("lines.dispatched")).isPositive();
        }
        Figures.count(LargeNightsIT.class, "2 nights of %,d lines".formatted(LINES));
    }

    private static Run play(LocalDate date, Map<String, String> feeds, NightModel model, TestNightfill nightfill)
            throws IOException {
        Run expected = model.run(date, feeds);
        nightfill.arrive(date, feeds);
        nightfill.run(date, false);
        RandomNightsIT.compare(nightfill, expected, date.toString());
        return expected;
    }

    static Map<String, String> generated(LocalDate date) throws IOException {
        Map<String, String> feeds = new HashMap<>();
        FeedWriter writer = (night, texts) -> {
            texts.forEach(text -> feeds.put(text.feed().fileName(), text(text)));
            return night;
        };
        new GenerateNight(writer).generate(date, LINES, 1, Path.of(""));
        return feeds;
    }

    private static String text(FeedWriter.FeedText text) {
        try (Stream<String> rows = text.rows().get()) {
            return Stream.concat(Stream.of(text.header()), rows)
                    .map(row -> row + "\n")
                    .collect(Collectors.joining());
        }
    }

    /** Every so many rows of a feed or report, as far as they name the line. */
    private static String every(int step, String text) {
        List<String> rows = text.lines().skip(1).toList();
        return HEADER
                + IntStream.range(0, rows.size())
                        .filter(row -> row % step == 0)
                        .mapToObj(row ->
                                Stream.of(rows.get(row).split(",")).limit(4).collect(Collectors.joining(",")))
                        .map(row -> row + "\n")
                        .collect(Collectors.joining());
    }
}
