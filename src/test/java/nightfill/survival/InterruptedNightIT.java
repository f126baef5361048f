package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nightfill.harness.Child;
import nightfill.harness.Ended;
import nightfill.harness.HeldTable;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.Sampled;
import nightfill.harness.Soak;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Nights that meet each other, are stopped, killed or lose their database: run again they end as if undisturbed. */
class InterruptedNightIT extends InstalledNightfill {

    @BeforeEach
    void arrive() {
        nightfill.nightfill("status").with(0);
        nightfill.arriveMixed(FRIDAY);
        nightfill.with("NIGHTFILL_CHUNK_SIZE", 1);
    }

    @Soak
    @Test
    void of_two_runs_at_the_same_moment_one_works_and_the_other_says_who_since_when() throws Exception {
        try (HeldTable held = HeldTable.of(database, "accepted_feed");
                Child first = nightfill.startRun(FRIDAY)) {
            held.awaitNight();

            Ended second = nightfill.run(FRIDAY).with(4);
            assertThat(second.error()).contains("process " + first.pid(), "since 2", "try again");
            nightfill.run(SATURDAY).with(4);
            nightfill.nightfill("abandon").with(4);
            assertThat(nightfill.nightfill("status").with(0).out()).contains("STARTED");

            held.release();
            first.await().with(0);
        }
        assertThat(nightfill.run(FRIDAY).with(0).out()).contains("finished already");
    }

    @Test
    void a_stopped_night_goes_on_where_it_was() throws Exception {
        stopInAllocation(FRIDAY);

        assertThat(nightfill.reports(FRIDAY)).doesNotExist();
        assertThat(nightfill.nightfill("status").with(0).out()).contains("STOPPED", "ALLOCATING");
        nightfill.arriveMixed(SATURDAY);
        assertThat(nightfill.run(SATURDAY).with(3).error()).contains("2026-11-20 run 1", "unfinished", "abandon");

        assertThat(nightfill.run(FRIDAY).with(0).out()).contains("2026-11-20 run 1 is finished");
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
    }

    @Test
    void a_night_that_goes_on_keeps_to_the_feeds_that_it_accepted_and_tells_the_difference() throws Exception {
        stopInAllocation(FRIDAY);
        nightfill.arriveSmall(FRIDAY);

        Ended ended = nightfill.run(FRIDAY).with(0);

        assertThat(ended.err()).contains("note: ", "differs from the feeds that 2026-11-20 run 1 accepted");
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
        nightfill.run(FRIDAY).with(5);
    }

    @ParameterizedTest
    @Sampled(of = {"TERM | 143", "INT | 130"})
    void a_signal_stops_the_night_at_its_next_commit(String signal, int exitCode) throws Exception {
        try (HeldTable held = HeldTable.of(database, "decided");
                Child night = nightfill.startRun(FRIDAY)) {
            held.awaitNight();
            night.signal(signal);
            awaitStopRequest();
            held.release();

            assertThat(night.await().with(exitCode).error()).contains("stopped; run it again to continue");
        }
        nightfill.run(FRIDAY).with(0);
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
    }

    @Soak
    @ParameterizedTest
    @Sampled(of = {"order_line", "decided", "accepted_feed", "report"})
    void a_signal_breaks_off_a_statement_that_takes_too_long(String where) throws Exception {
        try (HeldTable held = HeldTable.of(database, where);
                Child night = nightfill.startRun(FRIDAY)) {
            held.awaitNight();
            night.signal("TERM");

            assertThat(night.await().with(143).error())
                    .contains("2026-11-20 run 1 was stopped; run it again to continue");
        }
        assertThat(query("select status from batch_job_execution")).containsExactly("STOPPED");
        nightfill.run(FRIDAY).with(0);
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
    }

    @Soak
    @Test
    void a_signal_also_stops_a_night_that_has_not_begun_yet() throws Exception {
        try (HeldTable start = HeldTable.unreadable(database, "run");
                Child night = nightfill.startRun(FRIDAY)) {
            start.awaitNight();
            night.signal("TERM");

            assertThat(night.await().with(143).error()).contains("night of 2026-11-20 was stopped; run it again");
        }
        nightfill.run(FRIDAY).with(0);
    }

    @Test
    void a_signal_also_ends_a_process_that_waits_for_its_database() throws Exception {
        nightfill.with("NIGHTFILL_DB_URL", "jdbc:postgresql://localhost:1/none");
        try (Child night = nightfill.startRun(FRIDAY)) {
            await().atMost(Child.PATIENCE).until(() -> night.err().contains("waiting up to 30 s for the database"));
            night.signal("TERM");

            assertThat(night.await().with(143).error()).contains("before the work began; run again to go on");
        }
    }

    @Soak
    @ParameterizedTest
    @Sampled(of = {"decided", "accepted_feed", "report"})
    void a_killed_night_goes_on(String whereItIsKilled) throws Exception {
        try (HeldTable held = HeldTable.of(database, whereItIsKilled);
                Child night = nightfill.startRun(FRIDAY)) {
            held.awaitNight();
            night.signal("KILL");
            night.await().with(137);
        }
        nightfill.run(FRIDAY).with(0);
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
    }

    @Soak
    @Test
    void of_two_restarts_of_a_killed_night_one_works() throws Exception {
        try (HeldTable held = HeldTable.of(database, "decided")) {
            try (Child night = nightfill.startRun(FRIDAY)) {
                held.awaitNight();
                night.signal("KILL");
                night.await().with(137);
            }
            execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and application_name like 'nightfill%'""");
            try (Child first = nightfill.startRun(FRIDAY)) {
                held.awaitNight();
                try (Child second = nightfill.startRun(FRIDAY)) {
                    second.await().with(4);
                }
                held.release();
                first.await().with(0);
            }
        }
        assertThat(query("select status from batch_job_execution order by 1")).containsExactly("COMPLETED", "FAILED");
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
    }

    @ParameterizedTest
    @Sampled(of = {"decided", "accepted_feed", "report"})
    void a_night_that_loses_its_database_may_be_tried_again(String where) throws Exception {
        try (HeldTable held = HeldTable.of(database, where)) {
            CompletableFuture<Ended> night = CompletableFuture.supplyAsync(() -> nightfill.run(FRIDAY));
            held.awaitNight();
            execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and application_name like 'nightfill%'""");

            assertThat(night.get(1, TimeUnit.MINUTES).with(1).error()).contains("run it again");
        }
        nightfill.run(FRIDAY).with(0);
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
    }

    @Test
    void books_that_do_not_balance_are_never_published() throws Exception {
        stopInAllocation(FRIDAY);
        execute("update accepted_feed set rows = rows + 1");

        Ended ended = nightfill.run(FRIDAY).with(8);

        assertThat(ended.error()).contains("2026-11-20 run 1 does not balance");
        Path totals = Path.of(ended.error().replaceFirst(".*, see (.*control-totals[.]csv).*", "$1"));
        assertThat(Files.readString(totals)).contains("DIFFERENT");
        assertThat(nightfill.reports(FRIDAY)).doesNotExist();
        nightfill.run(FRIDAY).with(8);

        execute("update accepted_feed set rows = rows - 1");
        nightfill.run(FRIDAY).with(0);
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
        assertThat(totals.getParent()).doesNotExist();
    }

    @Test
    void unbalanced_books_can_be_abandoned() throws Exception {
        stopInAllocation(FRIDAY);
        execute("update accepted_feed set rows = rows + 1");
        nightfill.run(FRIDAY).with(8);

        nightfill.nightfill("abandon").with(0);

        assertThat(nightfill.home().resolve("reports")).isDirectoryNotContaining("glob:**/.2026*");
        assertThat(directories()).isEmpty();
        nightfill.run(FRIDAY).with(0);
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
    }

    private void awaitStopRequest() {
        await().atMost(Child.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Files.readString(nightfill.home().resolve("logs/nightfill.log"))
                        .contains("a signal has arrived"));
    }
}
