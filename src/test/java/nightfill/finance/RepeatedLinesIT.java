package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepeatedLinesIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
    private static final String BATCHES = "ref,sku,qty,eta\nB1,CHAIR,100,\n";
    private static final String LINES = "orderid,sku,qty,line\n\n\n\no1,CHAIR,1,1\no1,CHAIR,1,1\n";

    /** In a correction the first of them is known to the run that it replaces, and waits until the feeds take effect. */
    @Test
    void the_line_that_a_row_repeats_is_named_alike_by_a_night_and_its_correction(@TempDir Path root)
            throws IOException {
        try (TestNightfill nightfill = new TestNightfill(root, 5000)) {
            nightfill.arrive(DATE, Map.of("batches.csv", BATCHES, "order_lines.csv", LINES));
            nightfill.run(DATE, false);
            nightfill.arrive(DATE, Map.of("batches.csv", BATCHES + "B2,CHAIR,5,\n", "order_lines.csv", LINES));
            nightfill.run(DATE, true);

            assertThat(rejects(nightfill, 1))
                    .contains("stands on line 5 already")
                    .isEqualTo(rejects(nightfill, 2));
        }
    }

    private static String rejects(TestNightfill nightfill, int run) throws IOException {
        return Files.readString(nightfill.output().resolve("%s/run-%d/rejects.csv".formatted(DATE, run)));
    }
}
