package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nightfill.application.night.Attempt;
import nightfill.application.night.NightRequest;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.StopToken;
import nightfill.domain.run.Terms;
import nightfill.harness.Child;
import nightfill.harness.Everything;
import nightfill.harness.Soak;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that one process runs one after the other: none leaves anything for the next but its data. */
class NightAfterNightIT {

    private static final Path SAMPLES = Path.of("sample-data").toAbsolutePath();
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 18);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final LocalDate THIRD = FIRST.plusDays(2);
    private static final int CHUNK = 3;

    @TempDir
    Path root = Path.of("");

    @Soak
    @Test
    void they_come_out_as_if_each_had_a_process_of_its_own() throws Exception {
        try (TestNightfill one = new TestNightfill(root.resolve("one"), CHUNK);
                TestNightfill many = new TestNightfill(root.resolve("many"), CHUNK)) {
            many.pretendToBe(one);
            one.run(night(one, FIRST));
            stopInAllocation(one, SECOND);
            one.run(night(one, SECOND));
            one.run(night(one, THIRD));
            runInProcesses(many, FIRST, SECOND, THIRD);

            assertThat(Everything.differences(Everything.of(many), Everything.of(one)))
                    .isEmpty();
        }
    }

    @Test
    void a_night_that_fails_after_one_that_was_broken_off_has_failed() {
        try (TestNightfill nightfill = new TestNightfill(root.resolve("one"), CHUNK)) {
            StopToken stop = new StopToken();
            nightfill.disturb("allocate", () -> {
                stop.breakOff();
                throw new IllegalStateException("its statement was cancelled");
            });
            assertEnds(nightfill, FIRST, stop, Kind.STOPPED);

            nightfill.disturb("allocate", () -> {
                throw new IllegalStateException("its disk broke");
            });
            assertEnds(nightfill, FIRST, new StopToken(), Kind.FAILED);
        }
    }

    private static void stopInAllocation(TestNightfill nightfill, LocalDate date) {
        StopToken stop = new StopToken();
        nightfill.disturb("allocate", stop::stop);
        assertEnds(nightfill, date, stop, Kind.STOPPED);
    }

    private static void runInProcesses(TestNightfill nightfill, LocalDate... dates) throws Exception {
        Files.createDirectories(nightfill.home());
        for (LocalDate date : dates) {
            try (Child night = nightfill
                    .installation()
                    .with("NIGHTFILL_OUTPUT", nightfill.output())
                    .with("NIGHTFILL_CHUNK_SIZE", CHUNK)
                    .start(List.of(), "run", "--date", date.toString(), "--input", SAMPLES.toString())) {
                night.await().with(0);
            }
        }
    }

    private static void assertEnds(TestNightfill nightfill, LocalDate date, StopToken stop, Kind kind) {
        assertThatThrownBy(() -> nightfill.run(night(nightfill, date), stop))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }

    private static NightRequest night(TestNightfill nightfill, LocalDate date) {
        return new NightRequest(date, SAMPLES, nightfill.output(), Terms.USUAL, false, Attempt.PLAIN);
    }
}
