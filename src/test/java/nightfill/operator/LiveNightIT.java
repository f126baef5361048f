package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nightfill.harness.Ended;
import nightfill.harness.HeldTable;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.Test;

/** What others see of a night while it works. */
class LiveNightIT extends InstalledNightfill {

    private static final int MANY = 1000;

    @Test
    void which_part_a_step_is_at_is_seen_before_its_transaction_ends() throws Exception {
        nightfill.nightfill("status").with(0);
        nightfill.arriveMixed(FRIDAY);
        try (HeldTable held = HeldTable.of(database, "line")) {
            CompletableFuture<Ended> night = CompletableFuture.supplyAsync(() -> nightfill.run(FRIDAY));
            held.awaitNight();
            assertThat(nightfill.nightfill("status").with(0).out()).contains("take effect: 2 of 9, order lines");
            held.release();
            night.get(1, TimeUnit.MINUTES).with(0);
        }
        assertThat(nightfill.nightfill("status").with(0).out()).doesNotContain(" of 9");
    }

    @Test
    void rows_and_what_is_left_are_noted_while_lines_are_read() throws Exception {
        List<String> lines = new ArrayList<>(List.of(LINES));
        for (int row = 1; row <= MANY; row++) {
            lines.add("O" + row + ",1,CHAIR,1");
        }
        nightfill.arrive(FRIDAY, "batches.csv", BATCHES, "B1,CHAIR,10,");
        nightfill.arrive(FRIDAY, "order_lines.csv", lines.toArray(String[]::new));
        // a step that is held for longer than the pause between two notes notes how far it is as soon as it goes on
        nightfill.with("NIGHTFILL_CHUNK_SIZE", 10);
        CompletableFuture<Ended> night;
        try (HeldTable held = HeldTable.of(database, "staged_line")) {
            night = CompletableFuture.supplyAsync(() -> nightfill.run(FRIDAY));
            held.awaitNight();
            query("select pg_sleep(1.1)");
        }
        night.get(1, TimeUnit.MINUTES).with(0);

        assertThat(query("""
                select read_count, share between 0.2 and 0.3 from batch_step_execution
                where step_name = 'load order lines'""")).containsExactly(MANY + ",true");
    }
}
