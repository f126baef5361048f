package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nightfill.harness.Child;
import nightfill.harness.Ended;
import nightfill.harness.Figures;
import nightfill.harness.HeldTable;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.Sampled;
import nightfill.harness.Scale;
import nightfill.harness.Soak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that stands still is taken over; when it comes to life again it changes no row and no file. */
class ZombieIT extends InstalledNightfill {

    @AfterAll
    static void tell() {
        Figures.count(ZombieIT.class, Scale.ZOMBIES.count() + " processes paused at random moments");
    }

    @BeforeEach
    void arrive() {
        nightfill.nightfill("status").with(0);
        nightfill.arriveMixed(FRIDAY);
        nightfill.with("NIGHTFILL_CHUNK_SIZE", 1);
    }

    @Soak
    @ParameterizedTest
    @Sampled(of = {"decided", "accepted_feed", "report"})
    void paused_where_it_writes_to(String table) throws Exception {
        try (HeldTable held = HeldTable.of(database, table);
                Child night = nightfill.startRun(FRIDAY)) {
            held.awaitNight();
            night.signal("STOP");
            held.release();

            assertThat(nightfill.run(FRIDAY, "--take-over").with(4).error())
                    .contains(
                            "process " + night.pid(),
                            "s ago; try again when it is done",
                            "or take it over with nightfill run --take-over from");
            becomeStale();
            assertThat(nightfill.run(FRIDAY).with(4).error())
                    .contains(
                            "s ago; ",
                            "if it hangs or its host is cut off, take it over with nightfill run --take-over");
            takeOverFrom(night);
        }
    }

    @Soak
    @Test
    void a_signal_that_it_finds_waiting_does_not_stop_its_successor() throws Exception {
        try (HeldTable held = HeldTable.of(database, "decided");
                Child night = nightfill.startRun(FRIDAY)) {
            held.awaitNight();
            night.signal("STOP");
            becomeStale();
            String fence = fence();
            try (Child successor = nightfill.startRun(FRIDAY, "--take-over")) {
                await().atMost(Child.PATIENCE).until(() -> !fence().equals(fence));
                held.awaitNight();
                night.signal("TERM");
                night.signal("CONT");
                night.await().with(143);

                held.release();
                assertThat(successor.await().with(0).out()).contains("2026-11-20 run 1 is finished;");
            }
        }
    }

    private static String fence() throws SQLException {
        return query("select fence from run_lock").get(0);
    }

    @Soak
    @ParameterizedTest
    @MethodSource("seeds")
    void paused_at_any_moment(long seed) throws Exception {
        try (Child night = nightfill.startRun(FRIDAY)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1000 + new Random(seed).nextInt(3000)));
            night.signal("STOP");
            becomeStale();

            Ended next = nightfill.run(FRIDAY, "--take-over");
            List<String> before = everything();
            night.signal("CONT");
            Ended zombie = night.await();

            assertThat(List.of(next.exitCode(), zombie.exitCode()))
                    .as("seed %d: %s %s", seed, next, zombie)
                    .isIn(TAKEN_OVER, NOT_AT_WORK_THEN, PUTTING_FILES);
            if (zombie.exitCode() == 1) {
                assertThat(everything()).as("seed %d", seed).isEqualTo(before);
            }
        }
        nightfill.run(FRIDAY).with(0);
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
    }

    private static final List<Integer> TAKEN_OVER = List.of(0, 1);
    private static final List<Integer> NOT_AT_WORK_THEN = List.of(0, 0);
    private static final List<Integer> PUTTING_FILES = List.of(4, 0);

    static LongStream seeds() {
        return Scale.ZOMBIES.seeds(1);
    }

    private static void becomeStale() throws SQLException {
        execute("update run_lock set beat_at = now() - interval '61 seconds'");
    }

    private void takeOverFrom(Child zombie) throws Exception {
        assertThat(nightfill.run(FRIDAY, "--take-over").with(0).out()).contains("2026-11-20 run 1 is finished;");
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());

        List<String> before = everything();
        zombie.signal("CONT");
        assertThat(zombie.await().with(1).error()).contains("the run lock was lost", "took it over", "run it again");
        assertThat(everything()).isEqualTo(before);
        assertThat(query("select outcome, message from audit_log order by id desc limit 1"))
                .singleElement()
                .asString()
                .startsWith("FAILED,2026-11-20 run 1: the run lock was lost");
    }

    /** Every row and every file, save logs and what the zombie is said to have asked for. */
    private List<String> everything() throws SQLException, IOException {
        List<String> all = new ArrayList<>();
        for (String table : query("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname in ('public', 'undone') and tablename not in ('run_lock', 'audit_log', 'retry_plan')""")) {
            query("select t::text from " + table + " t order by 1").forEach(row -> all.add(table + " " + row));
        }
        try (Stream<Path> files = Files.walk(nightfill.home())) {
            for (Path file : files.filter(
                            each -> !each.startsWith(nightfill.home().resolve("logs")))
                    .sorted()
                    .toList()) {
                all.add(file + " " + Files.getLastModifiedTime(file)
                        + (Files.isDirectory(file) ? "" : " " + Files.readString(file)));
            }
        }
        return all;
    }
}
