package nightfill.bench.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirtyFeedsTest {

    private static final int LINES = 10_000;

    private final RaceFeeds before = RaceFeeds.first(LINES);
    private final RaceFeeds clean = before.next(LINES, 800, before.assortment());

    @TempDir
    Path directory = Path.of("");

    private Path night = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Path promised = directory.resolve("allocations.csv");
        Files.write(
                promised,
                IntStream.range(0, LINES)
                        .mapToObj(line -> "O-%d,1,SKU,1,B-1,%s".formatted(line, line % 2 == 0 ? "" : "2026-12-01"))
                        .toList());
        night = new DirtyFeeds(clean, before, promised).write(directory.resolve("input"));
    }

    @Test
    void repeats_two_lines_of_a_hundred_and_rejects_one() throws IOException {
        List<String> rows = rows("order_lines.csv");

        assertThat(rows).hasSize(LINES);
        assertThat(rows.stream().filter(row -> row.endsWith(",0"))).hasSize(LINES / 100);
        assertThat(rows.size() - rows.stream().distinct().count()).isBetween(196L, 200L);
    }

    @Test
    void dispatches_goods_of_the_warehouse_and_cancels_others() throws IOException {
        assertThat(rows("dispatches.csv")).hasSize(250).allMatch(row -> row.matches("O-[0-9]*[02468],1,SKU,1"));
        assertThat(rows("cancellations.csv")).hasSize(200).allMatch(row -> row.matches("O-[0-9]*[13579],1,SKU,1"));
    }

    @Test
    void amends_known_batches_beside_the_new_ones() throws IOException {
        List<String> amended = rows("batches.csv").stream().skip(800).toList();

        assertThat(amended)
                .hasSize(250)
                .doesNotContainAnyElementsOf(before.batchRows().toList());
        assertThat(amended.stream().map(DirtyFeedsTest::reference))
                .doesNotHaveDuplicates()
                .isSubsetOf(before.batchRows().map(DirtyFeedsTest::reference).toList());
    }

    private List<String> rows(String feed) throws IOException {
        return Files.readAllLines(night.resolve(feed)).stream().skip(1).toList();
    }

    private static String reference(String row) {
        return row.substring(0, row.indexOf(','));
    }
}
