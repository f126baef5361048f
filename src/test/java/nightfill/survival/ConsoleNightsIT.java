package nightfill.survival;

import static nightfill.harness.ConsoleVisitor.press;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nightfill.ServedConsole;
import nightfill.domain.access.Role;
import nightfill.harness.Child;
import nightfill.harness.ConsoleVisitor;
import nightfill.harness.HeldTable;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.Soak;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Consoles that come and go while nights go on. */
class ConsoleNightsIT extends InstalledNightfill {

    private static final String NIGHT = "/nights/2026-11-20/1";
    private static final int STOPS = 40;

    @SuppressWarnings("NullAway.Init")
    private ConsoleVisitor anna;

    @BeforeEach
    void invite() throws IOException {
        nightfill.launcher();
        nightfill.arriveMixed(FRIDAY);
        try (ServedConsole console = ServedConsole.over(database, root)) {
            anna = new ConsoleVisitor(console.person("anna", Role.ADMIN));
        }
    }

    private static void awaitOutcome(String asked, String outcome) {
        await().atMost(Child.PATIENCE)
                .until(() -> query("select outcome from audit_log where answers = " + asked), List.of(outcome)::equals);
    }

    @Soak
    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL"})
    void a_night_does_not_notice_how_the_console_ends_that_started_it(String signal) throws Exception {
        String asked;
        try (HeldTable held = HeldTable.of(database, "decided")) {
            try (Child console = nightfill.startConsole()) {
                asked = press(anna.at(console), "/nights/2026-11-20/run");
                held.awaitNight();
                console.signal(signal);
                console.await().with(signal.equals("TERM") ? 0 : 137);
            }
            try (Child another = nightfill.startConsole()) {
                assertThat(anna.at(another).get(NIGHT).body()).contains("running");
                held.release();
                awaitOutcome(asked, "DONE");
            }
        }
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
    }

    @Soak
    @Test
    void a_console_that_dies_between_request_and_outcome_leaves_the_request_open_and_nothing_happens_twice()
            throws Exception {
        nightfill.arriveSmall(SUNDAY);
        Path gate = root.resolve("gate");
        assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor())
                .isZero();
        Path launcher = nightfill.launcher();
        String real = Files.readString(launcher);
        Files.writeString(launcher, "#!/bin/sh\nread word < '%s'\nexit 1\n".formatted(gate));
        String asked;
        try (Child console = nightfill.startConsole()) {
            asked = press(anna.at(console), "/nights/2026-11-22/run");
            console.signal("KILL");
            console.await().with(137);
        }
        Files.writeString(gate, "go\n");

        Files.writeString(launcher, real);
        try (Child another = nightfill.startConsole()) {
            WebClient person = anna.at(another);
            assertThat(person.get("/?asked=" + asked).body()).contains("It has not come out yet");
            assertThat(person.get("/nights/2026-11-22/run").body()).contains("anna has just asked for run");
            assertThat(query("select count(*) from run")).containsExactly("0");
            assertThat(nightfill.nightfill("audit-log").with(0).out()).contains("run 2026-11-22");
        }
    }

    @Soak
    @Test
    void a_run_of_another_process_that_is_stopped_from_the_console_is_always_stopped_and_restartable()
            throws Exception {
        nightfill.with("NIGHTFILL_CHUNK_SIZE", 1);
        try (Child console = nightfill.startConsole()) {
            WebClient person = anna.at(console);
            for (int stop = 1; stop <= STOPS; stop++) {
                try (HeldTable held = HeldTable.of(database, "decided");
                        Child night = nightfill.startRun(FRIDAY)) {
                    held.awaitNight();
                    awaitOutcome(press(person, NIGHT + "/stop"), "DONE");
                    held.release();
                    night.await().with(6);
                }
                assertThat(person.get(NIGHT).body()).contains("stopped", NIGHT + "/restart");
            }
        }
        nightfill.run(FRIDAY).with(0);
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
    }

    @Soak
    @Test
    void the_page_of_a_killed_night_says_so_soon_and_offers_to_go_on() throws Exception {
        try (Child console = nightfill.startConsole()) {
            WebClient person = anna.at(console);
            try (HeldTable held = HeldTable.of(database, "decided");
                    Child night = nightfill.startRun(FRIDAY)) {
                held.awaitNight();
                assertThat(person.get(NIGHT).body()).contains("running", "alive");
                night.signal("KILL");
                night.await().with(137);
                await().atMost(Duration.ofSeconds(15))
                        .until(() -> person.get(NIGHT).body().contains("its process is gone from this host"));
            }
            awaitOutcome(press(person, NIGHT + "/restart"), "DONE");
        }
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
    }
}
