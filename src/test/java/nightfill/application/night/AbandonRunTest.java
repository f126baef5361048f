package nightfill.application.night;

import static nightfill.application.problem.Problems.busy;
import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.refused;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static nightfill.harness.InMemoryNightfill.HOME;
import static nightfill.harness.InMemoryNightfill.OUTPUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import nightfill.application.night.AbandonRun.Abandoned;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.Terms;
import nightfill.harness.InMemoryNightfill;
import org.junit.jupiter.api.Test;

class AbandonRunTest {

    private final InMemoryNightfill nightfill = new InMemoryNightfill();

    @Test
    void where_no_run_is_unfinished_there_is_nothing_to_abandon() {
        Run friday = nightfill.finish(FRIDAY);

        refused(this::abandon);

        assertThat(nightfill.now(friday)).isEqualTo(friday);
    }

    @Test
    void a_run_that_allocates_is_undone_with_its_copies_and_whatever_it_wrote_aside() {
        nightfill.arrive(FRIDAY);
        nightfill.job.failAt("write reports", new IllegalStateException("broken"));
        failed(() -> nightfill.run(FRIDAY));
        Run run = nightfill.runs.unfinished().orElseThrow();
        Path aside = OUTPUT.resolve(".2026-11-20-run-1.draft/stock.csv");
        nightfill.disk.write(aside, "begun");

        assertThat(abandon().id()).isEqualTo(run.id());

        assertThat(nightfill.now(run).state()).isEqualTo(State.ABANDONED);
        assertThat(nightfill.database.lines.rows()).isEmpty();
        assertThat(nightfill.database.batches.rows()).isEmpty();
        assertThat(nightfill.files.isAnyKept(run)).isFalse();
        assertThat(nightfill.disk.isFile(aside)).isFalse();
        assertThat(nightfill.lock.isOwned()).isFalse();
    }

    @Test
    void a_run_that_loads_is_forgotten_as_if_it_had_never_been() {
        Run run = nightfill.leaveLoading(FRIDAY);

        assertThat(abandon().id()).isEqualTo(run.id());

        assertThat(nightfill.now(run).state()).isEqualTo(State.DISCARDED);
        assertThat(nightfill.runs.accepted(run)).isEmpty();
        assertThat(nightfill.files.isAnyKept(run)).isFalse();
    }

    @Test
    void an_abandoned_date_can_be_run_with_other_feeds_under_the_same_number() {
        nightfill.leaveUnfinished(FRIDAY);
        abandon();
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-20,CHAIR,1,");

        Run anew = nightfill.run(FRIDAY).run();

        assertThat(anew.number()).isEqualTo(1);
        assertThat(nightfill.database.lines.rows()).singleElement().matches(Line::isOpen);
    }

    @Test
    void a_run_that_an_abandoned_correction_was_to_replace_stands_again() {
        Run friday = nightfill.finish(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-20,CHAIR,1,");
        nightfill.job.failAt("allocate", new IllegalStateException("broken"));
        failed(() -> nightfill.run(nightfill.correction(FRIDAY)));
        assertThat(nightfill.now(friday).state()).isEqualTo(State.REPLACED);

        Run abandoned = abandon();

        assertThat(abandoned.number()).isEqualTo(2);
        assertThat(nightfill.now(friday)).isEqualTo(friday);
        assertThat(nightfill.database.lines.rows()).singleElement().matches(Line::isAllocated);
        assertThat(nightfill.files.isAnyKept(friday)).isTrue();
        assertThat(nightfill.disk.isFile(OUTPUT.resolve("2026-11-20/run-1/stock.csv")))
                .isTrue();
    }

    @Test
    void only_the_run_that_is_meant_is_abandoned() {
        Run run = nightfill.leaveUnfinished(FRIDAY);

        assertThat(refused(() -> nightfill.abandonRun.abandon(Optional.of(run.id() + 1), OUTPUT)))
                .hasMessageContaining(run.title());
        assertThat(nightfill.now(run)).isEqualTo(run);

        nightfill.abandonRun.abandon(Optional.of(run.id()), OUTPUT);
        assertThat(nightfill.now(run).state()).isEqualTo(State.ABANDONED);
    }

    @Test
    void while_another_process_is_at_work_nothing_is_abandoned() {
        Run run = nightfill.leaveUnfinished(FRIDAY);
        nightfill.lock.beOwnedByAnother();

        busy(this::abandon);

        assertThat(nightfill.now(run)).isEqualTo(run);
        assertThat(nightfill.files.isAnyKept(run)).isTrue();
    }

    @Test
    void a_run_whose_reports_stand_already_is_finished_rather_than_abandoned() {
        nightfill.arrive(FRIDAY);
        nightfill.job.failAtTheEndOf("write reports");
        failed(() -> nightfill.run(FRIDAY));
        Run run = nightfill.runs.unfinished().orElseThrow();

        refused(this::abandon);

        assertThat(nightfill.now(run)).isEqualTo(run);
        assertThat(nightfill.files.isAnyKept(run)).isTrue();
        assertThat(nightfill.run(FRIDAY).run().state()).isEqualTo(State.FINISHED);
    }

    @Test
    void a_run_that_loads_again_in_a_restored_database_is_not_abandoned_where_its_reports_stand() {
        nightfill.finish(FRIDAY);
        InMemoryNightfill restored = nightfill.withDatabase("one");
        Run run = restored.runs.open(FRIDAY, Terms.USUAL, null);

        refused(() -> restored.abandonRun.abandon(Optional.empty(), OUTPUT));

        assertThat(restored.runs.loading()).contains(run);
        assertThat(restored.files.isAnyKept(run)).isTrue();
    }

    @Test
    void beside_an_output_of_another_database_only_a_run_that_loads_is_abandoned() {
        Run run = nightfill.leaveUnfinished(FRIDAY);
        nightfill.disk.write(OUTPUT.resolve(".nightfill-database"), "another\n");
        refused(this::abandon);
        assertThat(nightfill.now(run)).isEqualTo(run);
        assertThat(nightfill.files.isAnyKept(run)).isTrue();

        nightfill.disk.write(OUTPUT.resolve(".nightfill-database"), "one\n");
        abandon();
        Run loading = nightfill.leaveLoading(FRIDAY);
        nightfill.disk.write(OUTPUT.resolve(".nightfill-database"), "another\n");
        abandon();
        assertThat(nightfill.now(loading).state()).isEqualTo(State.DISCARDED);
    }

    @Test
    void what_cannot_be_removed_now_is_removed_when_it_is_abandoned_again() {
        Run run = nightfill.leaveUnfinished(FRIDAY);
        nightfill.disk.breakDown(HOME.resolve("feeds"));

        assertThat(failed(this::abandon)).hasMessageContaining("disk gone");
        assertThat(nightfill.now(run)).isEqualTo(run);
        assertThat(nightfill.lock.isOwned()).isFalse();

        nightfill.disk.mend();
        abandon();
        assertThat(nightfill.now(run).state()).isEqualTo(State.ABANDONED);
        assertThat(nightfill.files.isAnyKept(run)).isFalse();
    }

    @Test
    void the_copies_of_a_run_that_loads_go_before_the_run_does() {
        Run run = nightfill.leaveLoading(FRIDAY);
        nightfill.disk.breakDown(HOME.resolve("feeds"));

        failed(this::abandon);

        assertThat(nightfill.runs.loading()).contains(run);
    }

    @Test
    void what_stays_of_its_reports_is_told() {
        nightfill.leaveUnfinished(FRIDAY);
        nightfill.disk.write(OUTPUT.resolve(".2026-11-20-run-1.draft/.snapshot/stock.csv"), "somebody's");

        assertThat(nightfill.abandonRun.abandon(Optional.empty(), OUTPUT).left())
                .containsExactly(OUTPUT.resolve(".2026-11-20-run-1.draft"));
    }

    private Run abandon() {
        Abandoned abandoned = nightfill.abandonRun.abandon(Optional.empty(), OUTPUT);
        assertThat(abandoned.left()).isEmpty();
        return abandoned.run();
    }
}
