package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nightfill.harness.Child;
import nightfill.harness.Installation;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nightfill without any settings but its home runs on a server of its own in there. */
class OwnServerIT {

    @Soak
    @Test
    void nights_run_on_a_server_in_the_home_that_stops_with_the_last_process(@TempDir Path root) throws Exception {
        Installation nightfill = new Installation(root);
        nightfill.arriveSmall("2026-11-20");

        try (Child night = nightfill.startRun("2026-11-20")) {
            night.await().with(0);
        }
        try (Child status = nightfill.start(List.of(), "status")) {
            assertThat(status.await().with(0).out()).contains("2026-11-20", "COMPLETED");
        }
        assertThat(nightfill.home().resolve("postgres/data/PG_VERSION")).exists();
        assertThat(nightfill.home().resolve("postgres/data/postmaster.pid")).doesNotExist();
    }
}
