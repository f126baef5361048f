package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nightfill.harness.Ended;
import nightfill.harness.HeldTable;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.Test;

/** What others see of a night while it works. */
class LiveNightIT extends InstalledNightfill {

    @Test
    void which_part_a_step_is_at_is_seen_before_its_transaction_ends() throws Exception {
        nightfill.nightfill("status").with(0);
        nightfill.arriveMixed(FRIDAY);
        try (HeldTable held = HeldTable.of(database, "warning")) {
            CompletableFuture<Ended> night = CompletableFuture.supplyAsync(() -> nightfill.run(FRIDAY));
            held.awaitNight();
            assertThat(nightfill.nightfill("status").with(0).out()).contains("take effect: 2 of 9, order lines");
            held.release();
            night.get(1, TimeUnit.MINUTES).with(0);
        }
        assertThat(nightfill.nightfill("status").with(0).out()).doesNotContain(" of 9");
    }
}
