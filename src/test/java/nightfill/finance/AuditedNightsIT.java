package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.report.Recount.Finding;
import nightfill.application.run.Runs;
import nightfill.harness.Figures;
import nightfill.harness.InMemory;
import nightfill.harness.Scale;
import nightfill.harness.TestNightfill;
import nightfill.model.RandomNights;
import nightfill.model.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random nights pass every audit and give the same when they are replayed, whatever came of them and after them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuditedNightsIT {

    @SuppressWarnings("NullAway.Init")
    private TestNightfill nightfill;

    @BeforeAll
    void start(@TempDir(factory = InMemory.class) Path directory) {
        nightfill = new TestNightfill(directory.resolve("nights"), 5);
    }

    @AfterAll
    void close() {
        Figures.count(
                AuditedNightsIT.class, Scale.SEEDS.count() + " series of nights, each night audited and replayed");
        nightfill.close();
    }

    static LongStream seeds() {
        return Scale.SEEDS.seeds(1000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void random_nights_pass_every_audit_and_replay_to_the_same(long seed) throws IOException {
        nightfill.empty();
        int number = 0;
        for (Step step : RandomNights.of(seed)) {
            String what = "seed %d step %d: %s %s".formatted(seed, ++number, step.call(), step.date());
            play(step, what);
            audit(what);
            replay(what);
        }
    }

    private void play(Step step, String what) throws IOException {
        nightfill.ask(step);
        nightfill.arrive(step.date(), step.feeds());
        if (step.call().abandons()) {
            nightfill.stopAtAllocation();
        }
        try {
            nightfill.run(step);
        } catch (Problem problem) {
            if (problem.kind() == Kind.STOPPED) {
                audit(what + ", stopped");
                nightfill.useCases().nights().abandon().abandon(Optional.empty(), nightfill.output());
            }
        }
    }

    private void audit(String what) {
        List<Finding> findings = nightfill.useCases().books().audit().audit(nightfill.output());
        assertThat(findings).as(what).hasSizeGreaterThan(30);
        assertThat(findings.stream().filter(Finding::isFault)).as(what).isEmpty();
    }

    private void replay(String what) {
        for (LocalDate date : nightfill.bean(Runs.class).finishedDates()) {
            assertThat(nightfill
                            .useCases()
                            .books()
                            .replay()
                            .replay(date, nightfill.output())
                            .differences())
                    .as("%s: %s", what, date)
                    .isEmpty();
        }
    }
}
