package nightfill.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nightfill.adapter.cli.text.ExitCode;
import nightfill.application.problem.Problem;
import nightfill.domain.watch.Retries;
import nightfill.domain.watch.Retries.Step;
import nightfill.domain.watch.Retries.Try;
import nightfill.domain.watch.RetryPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NightfillRetryTest {

    /** Ends with the exit codes of the file `codes`, one a start; `hang` and `finish` stay until they are told to end. */
    private static final String FAKE = """
            #!/bin/bash
            cd "${0%/*}"
            echo "$*" >>tries
            echo "$NIGHTFILL_CALLER" >>callers
            tr '\\0' '\\n' </proc/$$/environ >known
            echo "$NIGHTFILL_RETRY_SECONDS ${NIGHTFILL_RETRY_UNTIL-none}" >>plans
            read -r code <codes
            sed -i 1d codes
            if [[ $code == hang || $code == finish ]]; then
              [[ $code == hang ]] && end=143 || end=0
              trap 'echo ended cleanly; exit $end' TERM
              echo hanging
              for ((i = 0; i < 500; i++)); do sleep 0.02; done
            fi
            exit "$code"
            """;

    private final Path place;
    private final Path retry;
    private final Path waker;
    private final Bystanders bystanders;

    NightfillRetryTest(@TempDir Path place) {
        this.place = place;
        retry = Script.copy("jobs/nightfill-retry", place.resolve("my jobs/nightfill-retry"));
        bystanders = new Bystanders(place.resolve("watched"));
        waker = Script.write(place.resolve("wake"), "#!/bin/sh\necho \"$#: $1\" >>\"$(dirname \"$0\")/woken\"\n");
        Script.write(place.resolve("my jobs/nightfill"), FAKE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 130, 143, 137})
    void tries_again_what_may_pass(int code) {
        assertThat(script("6h", code, code, 0).run().exitCode()).isZero();
        assertThat(tries()).containsExactly("run --date yesterday", "run --date yesterday", "run --date yesterday");
        assertThat(woken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8, 126, 127})
    void wakes_someone_at_once_where_a_person_is_needed(int code) {
        assertThat(script("6h", code, 0).run().exitCode()).isEqualTo(code);
        assertThat(tries()).hasSize(1);
        assertThat(woken())
                .containsExactly("1: nightfill run --date yesterday: exit code " + code + "; a person is needed");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void is_content_with_a_night_done_or_stopped_by_an_operator(int code) {
        assertThat(script("6h", code, 1).run().exitCode()).isZero();
        assertThat(tries()).hasSize(1);
        assertThat(woken()).isEmpty();
    }

    /** Read from the audit trail, a night's ending says the same as its exit code. */
    @ParameterizedTest
    @EnumSource
    void the_console_expects_of_it_what_it_does(Problem.Kind ending) {
        script("6h", ExitCode.of(ending).number(), 0).run();
        Instant now = Instant.now();
        Retries retries = new Retries(
                new RetryPlan(Duration.ZERO, now.plusSeconds(60)), List.of(new Try(now, now, ending.name())));
        Step expected = tries().size() == 2 ? Step.TRIES_AGAIN : woken().isEmpty() ? Step.IS_DONE : Step.WOKE_SOMEONE;
        assertThat(retries.upcoming(false, now).step()).isEqualTo(expected);
    }

    @Test
    void each_try_says_that_a_scheduler_calls() {
        script("6h", 1, 0).with("NIGHTFILL_CALLER", "anna").run();
        assertThat(Script.read(place.resolve("my jobs/callers")).lines()).containsExactly("scheduler", "scheduler");
    }

    @Test
    void each_try_is_told_of_the_same_deadline_and_of_the_pause() throws IOException {
        Instant before = secondOfBash();
        script("6h", 1, 0).with("TZ", "Asia/Kathmandu").run();
        List<String> plans = Script.read(place.resolve("my jobs/plans")).lines().toList();
        assertThat(plans).hasSize(2);
        assertThat(plans.get(1)).isEqualTo(plans.get(0)).startsWith("0 ");
        assertThat(Instant.parse(plans.get(0).substring(2)))
                .isBetween(before.plus(6, ChronoUnit.HOURS), Instant.now().plus(6, ChronoUnit.HOURS));
    }

    @Test
    void with_no_time_there_is_no_deadline() {
        script("0", 0).with("NIGHTFILL_RETRY_UNTIL", "2026-11-21T06:30:00Z").run();
        assertThat(Script.read(place.resolve("my jobs/plans")).lines()).containsExactly("0 none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "060", "000089", "0000000060", "08"})
    void gives_up_and_wakes_someone_when_the_next_try_would_be_too_late(String pause) {
        String time = pause.equals("08") ? "8s" : "60s";
        Script late = script(time, 7, 0).with("NIGHTFILL_RETRY_SECONDS", pause);
        assertThat(late.run().exitCode()).isEqualTo(7);
        assertThat(tries()).hasSize(1);
        assertThat(woken())
                .containsExactly("1: nightfill run --date yesterday: not finished within %s; the last exit code was 7"
                        .formatted(time));
    }

    @Test
    void stops_what_still_runs_at_the_deadline_and_wakes_someone() {
        Script.Ended ended = script("1s", "hang", 0).run();
        assertThat(ended.exitCode()).isEqualTo(143);
        assertThat(ended.out()).endsWith("ended cleanly");
        assertThat(tries()).hasSize(1);
        assertThat(woken()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6h"})
    void told_to_stop_it_stops_the_night_and_wakes_nobody(String time) throws IOException {
        Script.Running running = script(time, "hang", 0).start();
        assertThat(running.nextLine()).isEqualTo("hanging");
        Script.Ended ended = running.terminate().end();
        assertThat(ended.exitCode()).isEqualTo(143);
        assertThat(ended.out()).isEqualTo("ended cleanly");
        assertThat(tries()).hasSize(1);
        assertThat(woken()).isEmpty();
    }

    @Test
    void told_to_stop_while_the_night_ends_well_it_says_so() throws IOException {
        Script.Running running = script("6h", "finish", 1).start();
        assertThat(running.nextLine()).isEqualTo("hanging");
        assertThat(running.terminate().end().exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 130, 143, 137})
    void with_no_time_it_leaves_trying_again_to_the_scheduler(int code) {
        assertThat(script("0", code, 0).run().exitCode()).isEqualTo(code);
        assertThat(tries()).hasSize(1);
        assertThat(woken()).isEmpty();
    }

    @Test
    void keeps_the_exit_code_when_nobody_can_be_woken() {
        Script.Ended ended = script("6h", 3).with("NIGHTFILL_WAKE", "/nowhere").run();
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err()).endsWith("nightfill-retry: /nowhere could not wake anyone");
    }

    @Test
    void whoever_is_woken_is_not_given_what_opens_the_database() {
        Script.write(waker, "#!/bin/sh\ntr '\\0' '\\n' </proc/$$/environ >\"$(dirname \"$0\")/known\"\n");
        assertThat(bystanders.withSecrets(script("6h", 3)).run().exitCode()).isEqualTo(3);
        assertThat(Script.read(place.resolve("known")).lines())
                .contains("PAGER=kept")
                .noneMatch(Bystanders::isSecret);
    }

    @Test
    @Timeout(60)
    void nor_is_the_program_that_waits_for_the_next_try() throws IOException {
        Script.Running running = bystanders
                .withSecrets(script("6h", 1, 0))
                .with("NIGHTFILL_RETRY_SECONDS", 600)
                .start();
        ProcessHandle pause = pause(running);
        // a process that is just being started shows none of it yet
        Path environment = Path.of("/proc/%d/environ".formatted(pause.pid()));
        assertThat(await().until(() -> Files.readString(environment), known -> !known.isEmpty())
                        .split("\0"))
                .contains("PAGER=kept")
                .noneMatch(Bystanders::isSecret);
        pause.destroy();
        assertThat(running.end().exitCode()).isZero();
    }

    @Test
    void only_nightfill_itself_is_given_it() {
        bystanders
                .withSecrets(script("0", 0))
                .with("NIGHTFILL_RETRY_SECONDS", 0)
                .run();
        assertThat(bystanders.seen()).contains("readlink");
        assertThat(bystanders.known()).contains("PAGER=kept").noneMatch(Bystanders::isSecret);
        assertThat(Script.read(place.resolve("my jobs/known")).lines())
                .contains("NIGHTFILL_CALLER=scheduler", "NIGHTFILL_RETRY_SECONDS=0")
                .containsAll(Bystanders.SECRETS.stream()
                        .map(name -> name + "=se cret")
                        .toList());
    }

    private static ProcessHandle pause(Script.Running running) {
        while (running.process().isAlive()) {
            for (ProcessHandle child : running.process().children().toList()) {
                if (child.info().command().orElse("").endsWith("sleep")) {
                    return child;
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("it ended without a pause");
    }

    /** A bash counts on from a number of seconds that it finds. */
    @Test
    void the_deadline_counts_from_the_start_whatever_the_environment_says() {
        assertThat(script("6h", 1, 0).with("SECONDS", 999_999).run().exitCode()).isZero();
        assertThat(tries()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08h", "00008h", "010h", "0000000000000000009m", "0009s", "00", "0s", "000h"})
    void a_time_is_a_decimal_number(String time) throws IOException {
        Instant before = secondOfBash();
        assertThat(script(time, 0).run().exitCode()).isZero();
        String until = Script.read(place.resolve("my jobs/plans")).strip().substring(2);
        long number = Long.parseLong(time.replaceAll("[smh]", ""));
        if (number == 0) {
            assertThat(until).isEqualTo("none");
        } else {
            ChronoUnit unit = time.endsWith("h")
                    ? ChronoUnit.HOURS
                    : time.endsWith("m") ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
            assertThat(Instant.parse(until))
                    .isBetween(before.plus(number, unit), Instant.now().plus(number, unit));
        }
    }

    /** Its clock goes on with the system's ticks, and may be some milliseconds behind Java's. */
    private static Instant secondOfBash() throws IOException {
        Process bash = new ProcessBuilder("bash", "-c", "printf '%(%s)T\\n' -1").start();
        return Instant.ofEpochSecond(Long.parseLong(bash.inputReader().readLine()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 7",
                "7 ",
                "+5",
                "-5",
                "1e3",
                "0x10",
                "08s",
                "1000000",
                "99999999999999999999",
                "5;exit",
                "a[0]",
                "٣"
            })
    void refuses_a_pause_that_is_no_number_of_seconds(String pause) {
        Script.Ended ended =
                script("6h", 0).with("NIGHTFILL_RETRY_SECONDS", pause).run();
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).hasLineCount(1).contains("NIGHTFILL_RETRY_SECONDS=" + pause + " is not a number");
        assertThat(place.resolve("my jobs/tries")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "6d",
                "-1h",
                "60",
                "",
                "0h0",
                " 6h",
                "6 h",
                "+6h",
                "1e3s",
                "0x6h",
                "6h30min",
                "1000000h",
                "99999999999999999999s",
                "h",
                "]h",
                "٣h"
            })
    void refuses_what_is_no_time(String time) {
        Script.Ended ended = script(time, 0).run();
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).hasLineCount(1).contains("use: nightfill-retry TIME ARGUMENTS");
        assertThat(place.resolve("my jobs/tries")).doesNotExist();
    }

    private Script script(String time, Object... codes) {
        Script.write(
                place.resolve("my jobs/codes"),
                String.join("\n", List.of(codes).stream().map(String::valueOf).toList()) + "\n");
        return new Script(retry, time, "run", "--date", "yesterday")
                .with("NIGHTFILL_RETRY_SECONDS", 0)
                .with("NIGHTFILL_WAKE", waker);
    }

    private List<String> tries() {
        return Script.read(place.resolve("my jobs/tries")).lines().toList();
    }

    private List<String> woken() {
        Path log = place.resolve("woken");
        return Files.exists(log) ? Script.read(log).lines().toList() : List.of();
    }
}
