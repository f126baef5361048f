package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nightfill.adapter.cli.text.ExitCode;
import nightfill.harness.Ended;
import nightfill.harness.Everything;
import nightfill.harness.Figures;
import nightfill.harness.InMemory;
import nightfill.harness.KilledNight;
import nightfill.harness.KilledNight.Action;
import nightfill.harness.Moment;
import nightfill.harness.Sampled;
import nightfill.harness.Scale;
import nightfill.harness.Soak;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nights killed at a certain place in the program, run again, and compared row by row and byte by byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KilledNightIT {

    private final Map<Action, List<String>> undisturbed = new EnumMap<>(Action.class);

    private int kills;

    private TestNightfill nightfill;
    private TestNightfill other;

    @BeforeAll
    void start(@TempDir(factory = InMemory.class) Path directory) {
        nightfill = new TestNightfill(directory.resolve("killed"), KilledNight.CHUNK);
        other = new TestNightfill(directory.resolve("undisturbed"), KilledNight.CHUNK);
        other.pretendToBe(nightfill);
    }

    @AfterAll
    void close() {
        Figures.count(KilledNightIT.class, kills + " kills at " + moments().size() + " moments");
        nightfill.close();
        other.close();
    }

    private static final Set<Moment> IN_EACH_BUILD = EnumSet.of(
            Moment.BETWEEN_DATA_AND_CHECKPOINT,
            Moment.WHEN_THE_FEEDS_COUNT_BUT_UNCOMMITTED,
            Moment.BETWEEN_RENAME_AND_RECORD,
            Moment.IN_THE_MIDDLE_OF_UNDOING_WHAT_IS_CORRECTED);

    static Set<Moment> moments() {
        return Scale.SOAK ? EnumSet.allOf(Moment.class) : IN_EACH_BUILD;
    }

    @ParameterizedTest
    @MethodSource("moments")
    void killed_once(Moment moment) throws Exception {
        KilledNight night = KilledNight.before(nightfill, moment.action);

        kill(night, moment);

        requireUndisturbed(night, moment.action);
        assertThat(undisturbed(Action.NIGHT))
                .anyMatch(row -> row.contains(
                        "the batch keeps its former values: 10 units, ETA 2026-12-01; units of it" + " promised: 6"))
                .anyMatch(row -> row.contains("order 1 line 1 is known with 4 of SOFA, line 2 with 4 of SOFA"));
    }

    @Soak
    @ParameterizedTest
    @EnumSource(names = {"AFTER_THE_JOB_INSTANCE", "BEFORE_THE_FIRST_COMMIT", "IN_THE_MIDDLE_OF_ALLOCATION"})
    void killed_three_times_at_the_same_moment(Moment moment) throws Exception {
        KilledNight night = KilledNight.before(nightfill, moment.action);

        for (int time = 0; time < 3; time++) {
            kill(night, moment);
        }

        requireUndisturbed(night, moment.action);
    }

    @Soak
    @Test
    void killed_three_times_later_and_later() throws Exception {
        KilledNight night = KilledNight.before(nightfill, Action.NIGHT);

        kill(night, Moment.INSIDE_A_WRITER);
        kill(night, Moment.IN_THE_MIDDLE_OF_ALLOCATION);
        kill(night, Moment.BETWEEN_RENAME_AND_RECORD);

        requireUndisturbed(night, Action.NIGHT);
    }

    @Soak
    @Test
    void killed_again_before_the_restart_has_committed_anything() throws Exception {
        KilledNight night = KilledNight.before(nightfill, Action.NIGHT);

        kill(night, Moment.AFTER_THE_SECOND_CHUNK_OF_ORDER_LINES);
        kill(night, Moment.BEFORE_THE_FIRST_COMMIT);

        requireUndisturbed(night, Action.NIGHT);
        assertThat(rowsReadIn("load order lines"))
                .containsExactly(2 * KilledNight.CHUNK, 0, 10 - 2 * KilledNight.CHUNK);
    }

    /** The job looks up the version of its execution and then writes it; a request that comes between makes that fail. */
    @ParameterizedTest
    @Sampled(of = {"1", "2"})
    void stopped_in_the_moment_in_which_the_job_records_its_status(int time) throws Exception {
        KilledNight night = KilledNight.before(nightfill, Action.NIGHT);

        Ended ended = night.stopAtWriteOfExecution(time);

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(time == 1 ? ExitCode.STOPPED.number() : 0);
        requireUndisturbed(night, Action.NIGHT);
        assertThat(nightfill.jdbc().queryForList("select status from batch_job_execution", String.class))
                .hasSameElementsAs(time == 1 ? List.of("STOPPED", "COMPLETED") : List.of("COMPLETED"));
    }

    @Soak
    @Test
    void killed_twice_while_it_publishes() throws Exception {
        KilledNight night = KilledNight.before(nightfill, Action.NIGHT);

        kill(night, Moment.IN_THE_MIDDLE_OF_PUBLISHING);
        kill(night, Moment.BETWEEN_THE_LAST_COPY_AND_THE_RECORD_OF_PUBLISHING);

        requireUndisturbed(night, Action.NIGHT);
    }

    @Soak
    @Test
    void what_was_loaded_is_not_loaded_again() throws Exception {
        KilledNight night = KilledNight.before(nightfill, Action.NIGHT);
        kill(night, Moment.AFTER_THE_SECOND_CHUNK_OF_ORDER_LINES);
        night.finish();

        assertThat(rowsReadIn("accept feeds")).containsExactly(4);
        assertThat(rowsReadIn("load batches")).containsExactly(5, 0);
        assertThat(rowsReadIn("load order lines")).containsExactly(2 * KilledNight.CHUNK, 10 - 2 * KilledNight.CHUNK);
    }

    @Test
    void what_was_allocated_is_not_allocated_again() throws Exception {
        KilledNight night = KilledNight.before(nightfill, Action.NIGHT);
        night.finish();
        int all = rowsReadIn("allocate").get(0);
        night = KilledNight.before(nightfill, Action.NIGHT);
        kill(night, Moment.AFTER_THE_SECOND_CHUNK_OF_ALLOCATION);
        night.finish();

        assertThat(rowsReadIn("load order lines")).containsExactly(10, 0);
        assertThat(rowsReadIn("take effect")).hasSize(1);
        assertThat(rowsReadIn("allocate")).containsExactly(2 * KilledNight.CHUNK, all - 2 * KilledNight.CHUNK);
    }

    /** What differs is how the night was cut, and nothing else. */
    @ParameterizedTest
    @Sampled(of = {"64 | 3", "1 | 8", "8 | 1"})
    void killed_twice_and_cut_into_other_parts_each_time(int first, int second) throws Exception {
        KilledNight night = KilledNight.before(nightfill, Action.NIGHT);

        kill(night.inParts(first), Moment.AFTER_THE_SECOND_CHUNK_OF_ALLOCATION);
        kill(night.inParts(second), Moment.IN_THE_MIDDLE_OF_ALLOCATION);
        night.finish();

        assertThat(Everything.differences(undisturbed(Action.NIGHT), Everything.of(nightfill)))
                .isNotEmpty()
                .allMatch(row -> row.contains(": public.decided "));
    }

    private void kill(KilledNight night, Moment moment) throws Exception {
        night.killAt(moment.way);
        kills++;
    }

    /** In each of the executions of a step of the last night, in their order. */
    private List<Integer> rowsReadIn(String step) {
        return nightfill.jdbc().queryForList("""
                        select read_count from batch_step_execution join batch_job_execution using (job_execution_id)
                        where step_name = ? and job_instance_id = (select max(job_instance_id) from batch_job_instance)
                        order by step_execution_id
                        """, Integer.class, step);
    }

    private void requireUndisturbed(KilledNight night, Action action) throws IOException {
        night.finish();

        assertThat(Everything.differences(undisturbed(action), Everything.of(nightfill)))
                .isEmpty();
    }

    private List<String> undisturbed(Action action) throws IOException {
        if (!undisturbed.containsKey(action)) {
            KilledNight.before(other, action).finish();
            undisturbed.put(action, Everything.of(other));
        }
        return undisturbed.get(action);
    }
}
