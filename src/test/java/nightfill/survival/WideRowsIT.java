package nightfill.survival;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nightfill.harness.Child;
import nightfill.harness.Ended;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Test;

/** A process with little memory works feeds that are many times as large, however wide their rows. */
class WideRowsIT extends InstalledNightfill {

    private static final int MIB = 1 << 20;
    private static final int ROWS = 60;
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx80m");

    @Soak
    @Test
    void rows_of_nearly_1_mib_are_loaded() throws Exception {
        arriveWide("x".repeat(MIB - 100), row -> "1");

        run().with(0);

        assertThat(query("select count(*), sum(quantity) from line")).containsExactly("60,60");
    }

    @Soak
    @Test
    void rows_of_nearly_1_mib_are_rejected_and_reported() throws Exception {
        arriveWide("\u00e9".repeat(MIB / 2 - 100), row -> "none");

        run("--max-rejects", "100%").with(0);

        assertThat(Files.size(nightfill.reports("2026-11-20/run-1/rejects.csv")))
                .isGreaterThan(59L * MIB);
    }

    @Soak
    @Test
    void rows_of_nearly_1_mib_are_refused_and_their_rejects_kept() throws Exception {
        arriveWide("x".repeat(MIB - 100), row -> row == ROWS ? "1,\"never closed" : "none");

        assertThat(run().with(3).error()).contains("never closed");

        assertThat(Files.size(nightfill.home().resolve("refused/2026-11-20/rejects.csv")))
                .isGreaterThan(58L * MIB);
    }

    @Soak
    @Test
    void rows_of_a_million_fields_are_rejected() throws Exception {
        arriveWide(",".repeat(MIB - 100), row -> "1");

        run("--max-rejects", "100%").with(0);

        assertThat(query("select distinct reason from reject")).containsExactly("FIELDS");
    }

    @Soak
    @Test
    void identifiers_of_255_code_points_are_allocated_and_reported() throws Exception {
        String wide = "\ud83d\ude9a".repeat(248);
        nightfill.arrive(FRIDAY, "batches.csv", BATCHES, wide + "B,CHAIR" + wide + ",10000,");
        nightfill.arrive(
                FRIDAY,
                "order_lines.csv",
                IntStream.rangeClosed(0, 10_000)
                        .mapToObj(row -> row == 0 ? LINES : "%d%s,%s,CHAIR%s,1".formatted(row, wide, wide, wide))
                        .toArray(String[]::new));

        run().with(0);

        assertThat(query("select count(*) from allocation")).containsExactly("10000");
    }

    private void arriveWide(String note, IntFunction<String> quantity) throws IOException {
        nightfill.arrive(FRIDAY, "batches.csv", BATCHES, "B1,CHAIR,1000,");
        Path feed = nightfill.arrive(FRIDAY, "order_lines.csv");
        try (BufferedWriter out = Files.newBufferedWriter(feed, UTF_8)) {
            out.write("note,orderid,line,sku,qty\n");
            for (int row = 1; row <= ROWS; row++) {
                out.write("%s,O%d,1,CHAIR,%s\n".formatted(note, row, quantity.apply(row)));
            }
        }
    }

    private Ended run(String... more) throws IOException, InterruptedException {
        try (Child night = nightfill.start(LITTLE_MEMORY, nightfill.runOf(FRIDAY, more))) {
            return night.await();
        }
    }
}
