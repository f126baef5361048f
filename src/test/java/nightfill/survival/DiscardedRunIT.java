package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nightfill.application.run.Fence;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscardedRunIT {

    private static final String WAITING = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock'";

    @Test
    void nothing_is_left_of_a_chunk_that_was_under_way_when_its_run_was_discarded(@TempDir Path root)
            throws SQLException {
        try (TestNightfill nightfill = new TestNightfill(root, 5000)) {
            Runs runs = nightfill.bean(Runs.class);
            Fence fence = nightfill.bean(Fence.class);
            fence.inTransaction(() -> runs.open(LocalDate.of(2026, 11, 20), Terms.USUAL, null));
            Run run = runs.loading().orElseThrow();
            try (Connection chunk = nightfill.connect();
                    Statement work = chunk.createStatement()) {
                chunk.setAutoCommit(false);
                work.execute("select from run where id = " + run.id() + " for share");
                work.execute("insert into sku (code) values ('CHAIR')");
                work.execute("insert into order_line (id, order_id, line_number, sku_id, quantity, loaded_run)"
                        + " select 1, 'o1', '1', id, 1, " + run.id() + " from sku");
                CompletableFuture<Void> discard =
                        CompletableFuture.runAsync(() -> fence.inTransaction(() -> runs.discard(run)));
                await().until(() -> nightfill.jdbc().queryForList(WAITING, Integer.class), List.of(1)::equals);
                chunk.commit();
                discard.join();
            }
            assertThat(nightfill.jdbc().queryForList("select from order_line")).isEmpty();
            assertThat(nightfill.jdbc().queryForList("select from sku")).isEmpty();
        }
    }
}
