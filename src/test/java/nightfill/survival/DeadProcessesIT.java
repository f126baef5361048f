package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nightfill.adapter.files.Durable;
import nightfill.adapter.files.Entries;
import nightfill.harness.DyingNight;
import nightfill.harness.DyingNight.Outcome;
import nightfill.harness.DyingNight.When;
import nightfill.harness.DyingNight.Who;
import nightfill.harness.Ended;
import nightfill.harness.Figures;
import nightfill.harness.Installation;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.PostgresProcesses;
import nightfill.harness.Scale;
import nightfill.harness.Soak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nights whose embedded server loses processes while they run, and the runs that go on with them. */
class DeadProcessesIT extends InstalledNightfill {

    private static final int LINES = 3000;
    private static final int IN_A_ROW = 8;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final long SEED = Long.getLong("nightfill.test.seed", 1);

    private final Map<Who, Integer> kills = new TreeMap<>();
    private Duration longest = Duration.ZERO;
    private int nights;
    private int killed;

    @SuppressWarnings("NullAway.Init")
    private Installation own;

    @BeforeEach
    void installOnItsOwnServer() throws IOException {
        own = new Installation(root.resolve("own"));
        sharePrograms(own.home());
    }

    /** Unpacking them takes longer than a night. */
    private static void sharePrograms(Path home) throws IOException {
        Path unpacked = Path.of("target", "test-home", "postgres").toAbsolutePath();
        for (Path version : Entries.of(unpacked, "[0-9.]+")) {
            Files.createSymbolicLink(
                    Files.createDirectories(home.resolve("postgres")).resolve(version.getFileName()), version);
        }
    }

    /** JUnit warns of links that lead out of what it deletes. */
    @AfterEach
    void remove() throws IOException {
        Durable.remove(own.home());
    }

    @Test
    void a_night_that_loses_a_backend_early_is_finished_by_the_next_run() throws Exception {
        own.arriveMixed(FRIDAY);
        DyingNight night = new DyingNight(own, new PostgresProcesses(own.home()), new Random(SEED));

        assertTold(night.run(FRIDAY, When.SERVER_IS_READY, Who.NIGHTFILL).ended());
        own.run(FRIDAY).with(0);

        assertThat(ownManifest()).isEqualTo(undisturbedManifest());
    }

    @Soak
    @Test
    void nights_whose_server_loses_processes_at_any_moment_end_as_if_undisturbed() throws Exception {
        own.nightfill("status").with(0);
        Path template = root.resolve("template");
        copy(own.home(), template);
        own.nightfill(
                        "generate",
                        "--date",
                        FRIDAY,
                        "--lines",
                        "" + LINES,
                        own.input().toString())
                .with(0);
        own.run(FRIDAY).with(0);
        String expected = ownManifest();
        try {
            for (long seed = SEED; total() < Scale.DEATHS.count(); seed++) {
                Durable.remove(own.home());
                copy(template, own.home());
                kill(new Random(seed), "seed " + seed);
                assertGoesOn(expected, "seed " + seed);
            }
        } finally {
            Figures.count(
                    DeadProcessesIT.class,
                    "%d nights, %d kills of %d processes %s, longest wait %d s"
                            .formatted(nights, total(), killed, kills, longest.toSeconds()));
        }
    }

    private void kill(Random random, String seed) throws IOException, InterruptedException {
        DyingNight night = new DyingNight(own, new PostgresProcesses(own.home()), random);
        for (int time = 0; time < IN_A_ROW; time++) {
            When when = one(random, When.values());
            Who who = one(random, Who.values());
            Outcome outcome = night.run(FRIDAY, when, who);
            String what = "%s, kill %d: %s, %s".formatted(seed, time, when, who);
            System.out.println("%s: %d kills, %d after %.1f s: %s"
                    .formatted(
                            what,
                            outcome.kills(),
                            outcome.ended().exitCode(),
                            outcome.waited().toMillis() / 1e3,
                            outcome.ended()
                                    .err()
                                    .lines()
                                    .filter(line -> line.startsWith("nightfill: "))
                                    .toList()));
            kills.merge(who, outcome.kills(), Integer::sum);
            killed += outcome.killed();
            longest = longest.compareTo(outcome.waited()) < 0 ? outcome.waited() : longest;
            assertThat(outcome.waited()).as(what).isLessThan(LONGEST);
            assertTold(outcome.ended());
            if (outcome.ended().exitCode() == 0) {
                return;
            }
        }
    }

    private static <T> T one(Random random, T[] of) {
        return List.of(of).get(random.nextInt(of.length));
    }

    /** A lost database, if it was lost, and nothing else. */
    private static void assertTold(Ended ended) {
        if (ended.exitCode() != 0) {
            assertThat(ended.with(1).error())
                    .containsAnyOf("the database was lost", "cannot be reached", "the embedded PostgreSQL in ")
                    .doesNotContain("unexpected:");
        }
    }

    private void assertGoesOn(String expected, String seed) throws IOException {
        long begun = System.nanoTime();
        own.run(FRIDAY).with(0);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(seed).isLessThan(LONGEST);
        assertThat(ownManifest()).as(seed).isEqualTo(expected);
        own.nightfill("audit").with(0);
        assertThat(new PostgresProcesses(own.home()).postmaster()).as(seed).isEmpty();
        nights++;
    }

    private int total() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    private String ownManifest() throws IOException {
        return Files.readString(own.reports("2026-11-20/run-1").resolve("MANIFEST.sha256"));
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .start()
                        .waitFor())
                .isZero();
    }
}
