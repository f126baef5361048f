package nightfill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TpchFeedsTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    private final TpchNight night = new TpchNight(0.01, DATE);

    @Test
    void has_the_lines_and_parts_of_its_scale_factor() {
        assertThat(night.orderLines()).hasSize(60_175).startsWith("1,1,1552,17");
        assertThat(night.batches()).hasSize(8_000);
    }

    @Test
    void buys_nine_tenths_of_what_is_ordered() {
        assertThat(1000.0 * night.supply() / night.demand()).isBetween(899.0, 901.0);
    }

    @Test
    void has_four_batches_a_part_of_which_the_first_lies_in_the_warehouse() {
        List<String> batches = night.batches().toList();

        assertThat(batches.stream().map(row -> row.substring(0, row.indexOf(','))))
                .doesNotHaveDuplicates()
                .startsWith("1-1", "1-2", "1-3", "1-4", "2-1");
        assertThat(batches).allMatch(row -> row.matches("[0-9]+-1,.*,|[0-9]+-[234],.*,20[0-9-]{8}"));
    }

    @Test
    void vouches_for_its_feeds(@TempDir Path directory) throws IOException {
        Path written = TpchFeeds.write(night, directory.resolve("2026-11-20"));

        assertThat(written.resolve("control.csv")).content().contains("order_lines.csv,60175,");
    }
}
