package nightfill.process;

import static nightfill.application.problem.Problems.usage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nightfill.domain.access.Actor.Kind;
import nightfill.domain.watch.RetryPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    private static final String THIS_PROCESS =
            "process %d on ".formatted(ProcessHandle.current().pid());

    @Test
    void a_person_is_called_as_the_system_does() {
        Caller caller = Caller.from(Map.of("NIGHTFILL_CALLER", "", "NIGHTFILL_ASKED", "", "SUDO_USER", " "));
        assertThat(caller.actor().kind()).isEqualTo(Kind.HOST);
        assertThat(caller.actor().name()).isEqualTo(System.getProperty("user.name"));
        assertThat(caller.actor().origin()).startsWith(THIS_PROCESS).hasSizeGreaterThan(THIS_PROCESS.length());
        assertThat(caller.asked()).isEmpty();
    }

    @Test
    void whoever_has_no_name_is_called_by_number() throws IOException {
        assertThat(Caller.account("anna")).isEqualTo("anna");
        assertThat(Caller.account("?")).isEqualTo("uid " + Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    @Test
    void a_person_who_took_on_another_account_keeps_the_name() {
        assertThat(Caller.from(Map.of("SUDO_USER", "anna")).actor().name()).isEqualTo("anna");
    }

    @Test
    void a_scheduler_says_that_it_is_one() {
        Caller caller = Caller.from(Map.of("NIGHTFILL_CALLER", "scheduler", "SUDO_USER", "anna"));
        assertThat(caller.actor().kind()).isEqualTo(Kind.SCHEDULER);
        assertThat(caller.actor().title()).isEqualTo("scheduler");
        assertThat(caller.actor().origin()).startsWith(THIS_PROCESS);
    }

    private static Map<String, String> retrying(String caller, String seconds, String until) {
        return Map.of("NIGHTFILL_CALLER", caller, "NIGHTFILL_RETRY_SECONDS", seconds, "NIGHTFILL_RETRY_UNTIL", until);
    }

    @Test
    void a_scheduler_says_how_it_tries_again() {
        assertThat(Caller.from(retrying("scheduler", "300", "2026-11-21T06:30:00Z"))
                        .retries())
                .contains(new RetryPlan(Duration.ofMinutes(5), Instant.parse("2026-11-21T06:30:00Z")));
        assertThat(Caller.from(retrying("scheduler", "300", "")).retries()).isEmpty();
        assertThat(Caller.from(retrying("", "300", "2026-11-21T06:30:00Z")).retries())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"x, 2026-11-21T06:30:00Z", "300, half past six", "99999999999, 2026-11-21T06:30:00Z"})
    void what_is_no_plan_is_refused(String seconds, String until) {
        assertThat(usage(() -> Caller.from(retrying("scheduler", seconds, until)))
                        .what())
                .startsWith(
                        "NIGHTFILL_RETRY_SECONDS and NIGHTFILL_RETRY_UNTIL are %s and %s".formatted(seconds, until));
    }

    @Test
    void whoever_has_asked_already_names_the_entry() {
        assertThat(Caller.from(Map.of("NIGHTFILL_ASKED", "17")).asked()).contains(17L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1 ", "1234567890123456789"})
    void what_is_no_entry_is_refused(String asked) {
        assertThat(usage(() -> Caller.from(Map.of("NIGHTFILL_ASKED", asked))).what())
                .contains("NIGHTFILL_ASKED is " + asked);
    }

    @Test
    void there_is_no_other_caller() {
        assertThat(usage(() -> Caller.from(Map.of("NIGHTFILL_CALLER", "cron"))).what())
                .isEqualTo("NIGHTFILL_CALLER is cron, which is not scheduler");
    }
}
