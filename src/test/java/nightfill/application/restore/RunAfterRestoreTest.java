package nightfill.application.restore;

import static nightfill.application.problem.Problems.busy;
import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.refused;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static nightfill.harness.InMemoryNightfill.HOME;
import static nightfill.harness.InMemoryNightfill.INPUT;
import static nightfill.harness.InMemoryNightfill.OUTPUT;
import static nightfill.harness.InMemoryNightfill.SATURDAY;
import static nightfill.harness.InMemoryNightfill.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightfill.application.problem.Problem;
import nightfill.application.problem.StopToken;
import nightfill.application.run.InMemoryDatabase.Books;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.run.Run.State;
import nightfill.harness.InMemoryDisk;
import nightfill.harness.InMemoryNightfill;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunAfterRestoreTest {

    private final InMemoryNightfill nightfill = new InMemoryNightfill();
    private final List<String> events = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    @Test
    void a_database_that_knows_all_that_output_shows_has_nothing_to_run_again() {
        Run friday = nightfill.finish(FRIDAY);

        assertThat(runAgain()).isZero();

        assertThat(events).isEmpty();
        assertThat(nightfill.now(friday)).isEqualTo(friday);
    }

    @Test
    void an_output_without_a_run_is_nothing_to_run_again_either() {
        assertThat(runAgain()).isZero();
        assertThat(nightfill.disk.exists(OUTPUT)).isFalse();
    }

    @Test
    void the_nights_that_are_not_known_are_run_again_in_their_sequence_and_come_out_as_they_did() throws IOException {
        nightfill.finish(FRIDAY);
        Runnable backup = nightfill.database.backup();
        Run sunday = nightfill.finish(SUNDAY);
        Run saturday = nightfill.finish(SATURDAY);
        String stock = nightfill.disk.read(OUTPUT.resolve("2026-11-21/run-1/stock.csv"));
        backup.run();

        assertThat(runAgain()).isEqualTo(2);

        assertThat(events)
                .containsExactly(
                        "begins 2026-11-22 run 1",
                        "ran 2026-11-22 run 1",
                        "begins 2026-11-21 run 1",
                        "ran 2026-11-21 run 1");
        assertThat(notes).hasSize(2).allMatch(note -> note.contains("was run again after a restore"));
        assertThat(manifest(SUNDAY)).isEqualTo(sunday.manifestSha256());
        assertThat(manifest(SATURDAY)).isEqualTo(saturday.manifestSha256());
        assertThat(nightfill.disk.read(OUTPUT.resolve("2026-11-21/run-1/stock.csv")))
                .isEqualTo(stock);
        assertThat(runAgain()).isZero();
    }

    @Test
    void a_correction_is_run_again_behind_the_run_that_it_replaces() {
        nightfill.finish(FRIDAY);
        Runnable backup = nightfill.database.backup();
        nightfill.finish(SATURDAY);
        Run corrected = correct(SATURDAY);
        nightfill.finish(SUNDAY);
        backup.run();

        assertThat(runAgain()).isEqualTo(3);

        assertThat(events)
                .filteredOn(event -> event.startsWith("ran"))
                .containsExactly("ran 2026-11-21 run 1", "ran 2026-11-21 run 2", "ran 2026-11-22 run 1");
        assertThat(manifest(SATURDAY)).isEqualTo(corrected.manifestSha256());
        assertThat(nightfill.runs.everFinished()).extracting(Run::state).contains(State.REPLACED);
    }

    @Test
    void a_correction_of_the_last_night_that_is_known_replaces_that_one() {
        nightfill.finish(FRIDAY);
        Run saturday = nightfill.finish(SATURDAY);
        Runnable backup = nightfill.database.backup();
        correct(SATURDAY);
        backup.run();

        assertThat(runAgain()).isEqualTo(1);

        assertThat(nightfill.now(saturday).state()).isEqualTo(State.REPLACED);
        assertThat(nightfill.runs.finished(SATURDAY)).map(Run::replacesId).contains(saturday.id());
    }

    @Test
    void what_was_accepted_then_is_accepted_again_and_nothing_is_judged_anew() {
        nightfill.finish(FRIDAY);
        nightfill.finish(FRIDAY.minusDays(1));
        Runnable backup = nightfill.database.backup();
        nightfill.arrive(SATURDAY, Feed.BATCHES, "PO-1,CHAIR,x,", "PO-2,CHAIR,1,");
        nightfill.arrive(SATURDAY, Feed.ORDER_LINES, "1020,1,CHAIR,2");
        nightfill.run(InMemoryNightfill.with(nightfill.accepting(SATURDAY, Acceptance.SAME_FEED), "100%"));
        backup.run();

        assertThat(runAgain()).isEqualTo(1);

        Run again = nightfill.runs.finished(SATURDAY).orElseThrow();
        assertThat(nightfill.runs.overridden(again)).containsExactly(Acceptance.SAME_FEED);
        assertThat(again.terms().afterRestore()).isTrue();
    }

    @Test
    void feeds_are_found_in_the_home_or_in_input() throws IOException {
        Runnable backup = nightfill.database.backup();
        nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);
        nightfill.disk.remove(INPUT.resolve("2026-11-20"));
        nightfill.disk.remove(HOME.resolve("feeds/2026-11-21"));
        backup.run();

        assertThat(runAgain()).isEqualTo(2);
    }

    @Test
    void a_night_whose_feeds_lie_nowhere_is_refused_and_leaves_no_trace() throws IOException {
        Runnable backup = nightfill.database.backup();
        nightfill.finish(FRIDAY);
        nightfill.disk.write(HOME.resolve("feeds/2026-11-20/run-1/batches.csv"), "altered");
        nightfill.disk.remove(INPUT);
        backup.run();

        assertThat(refused(this::runAgain)).hasMessageContaining("batches.csv");

        assertThat(nightfill.database.runs.rows()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void the_first_night_that_cannot_be_run_again_ends_it_and_later_ones_are_left_alone() throws IOException {
        Runnable backup = nightfill.database.backup();
        nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);
        nightfill.finish(SUNDAY);
        nightfill.disk.remove(HOME.resolve("feeds/2026-11-21"));
        nightfill.disk.remove(INPUT);
        backup.run();

        refused(this::runAgain);

        assertThat(nightfill.runs.finishedDates()).containsExactly(FRIDAY);
    }

    @Test
    void an_unfinished_run_whose_own_reports_stand_is_finished() {
        nightfill.arrive(FRIDAY);
        Run unfinished = nightfill.leaveUnfinished(FRIDAY);
        Runnable backup = nightfill.database.backup();
        Run finished = nightfill.run(FRIDAY).run();
        backup.run();

        assertThat(runAgain()).isEqualTo(1);

        assertThat(notes).containsExactly("2026-11-20 run 1 was finished, and its reports are as they were");
        assertThat(nightfill.now(unfinished)).isEqualTo(finished);
    }

    @Test
    void an_unfinished_run_that_output_does_not_show_is_abandoned_and_that_is_said() {
        nightfill.finish(FRIDAY);
        Run unfinished = nightfill.leaveUnfinished(SUNDAY);
        Runnable backup = nightfill.database.backup();
        nightfill.abandonRun.abandon(Optional.empty(), OUTPUT);
        nightfill.finish(SATURDAY);
        backup.run();

        assertThat(runAgain()).isEqualTo(1);

        assertThat(nightfill.now(unfinished).state()).isEqualTo(State.ABANDONED);
        assertThat(notes)
                .hasSize(2)
                .first()
                .asString()
                .contains("2026-11-22 run 1")
                .contains("was abandoned");
    }

    @Test
    void an_unfinished_run_of_the_same_number_with_other_feeds_is_not_taken_for_the_one_that_stands() {
        Run unfinished = nightfill.leaveUnfinished(FRIDAY);
        Runnable backup = nightfill.database.backup();
        nightfill.abandonRun.abandon(Optional.empty(), OUTPUT);
        nightfill.arrive(FRIDAY, Feed.ORDER_LINES, "1099,1,CHAIR,3");
        Run stood = nightfill.run(FRIDAY).run();
        backup.run();

        assertThat(runAgain()).isEqualTo(1);

        assertThat(nightfill.now(unfinished).state()).isEqualTo(State.ABANDONED);
        assertThat(manifest(FRIDAY)).isEqualTo(stood.manifestSha256());
    }

    @Test
    void what_an_unfinished_correction_was_to_replace_stands_again_before_others_build_on_it() {
        Run friday = nightfill.finish(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-20,CHAIR,1,");
        nightfill.job.failAt("allocate", new IllegalStateException("broken"));
        failed(() -> nightfill.run(nightfill.correction(FRIDAY)));
        Runnable backup = nightfill.database.backup();
        nightfill.abandonRun.abandon(Optional.empty(), OUTPUT);
        Run saturday = nightfill.finish(SATURDAY);
        backup.run();

        assertThat(runAgain()).isEqualTo(1);

        assertThat(nightfill.runs.finished(FRIDAY)).contains(friday);
        assertThat(manifest(SATURDAY)).isEqualTo(saturday.manifestSha256());
    }

    @Test
    void a_run_that_the_restored_database_was_loading_gives_way_and_leaves_its_copies_to_the_one_that_stands() {
        Run loading = nightfill.leaveLoading(FRIDAY);
        Runnable backup = nightfill.database.backup();
        nightfill.run(FRIDAY);
        backup.run();

        assertThat(runAgain()).isEqualTo(1);

        assertThat(nightfill.now(loading).state()).isEqualTo(State.DISCARDED);
        assertThat(nightfill.runs.finishedDates()).containsExactly(FRIDAY);
    }

    @Test
    void a_night_that_comes_out_otherwise_is_refused_and_taken_back() throws IOException {
        nightfill.finish(FRIDAY);
        Runnable backup = nightfill.database.backup();
        nightfill.finish(SATURDAY);
        alterStock("2026-11-21/run-1");
        backup.run();
        Books books = nightfill.database.books();

        refused(this::runAgain);

        assertThat(nightfill.database.books()).isEqualTo(books);
        assertThat(nightfill.runs.finishedDates()).containsExactly(FRIDAY);
        assertThat(nightfill.runs.unfinished()).isEmpty();
        assertThat(nightfill.disk.exists(HOME.resolve("feeds/2026-11-21"))).isTrue();
        assertThat(nightfill.disk.exists(OUTPUT.resolve("2026-11-21/run-1"))).isTrue();
    }

    @Test
    void a_night_that_is_refused_while_it_loads_is_taken_back_too() {
        nightfill.finish(FRIDAY);
        Runnable backup = nightfill.database.backup();
        nightfill.finish(SATURDAY);
        backup.run();
        nightfill.job.failAt("take effect", Problem.refused("no"));

        refused(this::runAgain);

        assertThat(nightfill.runs.loading()).isEmpty();
        assertThat(nightfill.runs.unfinished()).isEmpty();
        assertThat(nightfill.disk.exists(HOME.resolve("feeds/2026-11-21"))).isTrue();
    }

    @Test
    void a_run_that_was_begun_before_the_restore_is_not_taken_back_where_it_is_refused() throws IOException {
        Run unfinished = nightfill.leaveUnfinished(FRIDAY);
        Runnable backup = nightfill.database.backup();
        nightfill.run(FRIDAY);
        alterStock("2026-11-20/run-1");
        backup.run();

        refused(this::runAgain);

        assertThat(nightfill.runs.unfinished()).contains(unfinished);
    }

    @Test
    void a_night_that_fails_goes_on_when_it_is_asked_for_again() {
        nightfill.finish(FRIDAY);
        Runnable backup = nightfill.database.backup();
        Run saturday = nightfill.finish(SATURDAY);
        backup.run();
        nightfill.job.failAt("allocate", new IllegalStateException("broken"));
        failed(this::runAgain);
        Run unfinished = nightfill.runs.unfinished().orElseThrow();

        assertThat(runAgain()).isEqualTo(1);

        assertThat(nightfill.now(unfinished).manifestSha256()).isEqualTo(saturday.manifestSha256());
        assertThat(notes)
                .containsExactly("2026-11-21 run 1 was run again after a restore, and its reports are as they were");
    }

    @Test
    void an_output_of_another_database_is_refused() {
        nightfill.finish(FRIDAY);
        InMemoryNightfill other = nightfill.withDatabase("another");

        refused(() -> runAgain(other));

        assertThat(other.database.runs.rows()).isEmpty();
    }

    @Test
    void an_output_that_lost_its_identity_has_it_again() throws IOException {
        Runnable backup = nightfill.database.backup();
        nightfill.finish(FRIDAY);
        nightfill.disk.remove(OUTPUT.resolve(".nightfill-database"));
        backup.run();

        runAgain();

        assertThat(nightfill.folders.at(OUTPUT).databaseId()).contains("one");
    }

    @Test
    void reports_that_cannot_tell_of_themselves_are_refused() {
        Runnable backup = nightfill.database.backup();
        nightfill.finish(FRIDAY);
        nightfill.disk.write(OUTPUT.resolve("2026-11-20/run-1/summary.json"), "altered");
        backup.run();

        assertThat(refused(this::runAgain)).hasMessageContaining("summary.json");

        assertThat(nightfill.database.runs.rows()).isEmpty();
    }

    @Test
    void a_night_to_which_no_chain_of_runs_leads_is_refused() throws IOException {
        nightfill.finish(FRIDAY);
        Runnable backup = nightfill.database.backup();
        nightfill.finish(SATURDAY);
        nightfill.finish(SUNDAY);
        nightfill.disk.remove(OUTPUT.resolve("2026-11-21"));
        backup.run();

        assertThat(refused(this::runAgain)).hasMessageContaining("2026-11-22").hasMessageContaining("2026-11-20 run 1");

        assertThat(nightfill.runs.loading()).isEmpty();
    }

    @Test
    void a_night_is_not_run_again_on_reports_that_were_altered() throws IOException {
        nightfill.finish(FRIDAY);
        Runnable backup = nightfill.database.backup();
        nightfill.finish(SATURDAY);
        backup.run();
        nightfill.disk.write(OUTPUT.resolve("2026-11-20/run-1/stock.csv"), "altered");

        refused(this::runAgain);

        assertThat(events).isEmpty();
        assertThat(nightfill.runs.loading()).isEmpty();
    }

    @Test
    void a_correction_is_not_run_again_on_reports_before_it_that_were_altered() throws IOException {
        nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);
        Runnable backup = nightfill.database.backup();
        correct(SATURDAY);
        backup.run();
        nightfill.disk.write(OUTPUT.resolve("2026-11-20/run-1/stock.csv"), "altered");

        refused(this::runAgain);

        assertThat(events).isEmpty();
        assertThat(nightfill.runs.loading()).isEmpty();
    }

    @Test
    void while_another_process_is_at_work_nothing_is_run_again() {
        Runnable backup = nightfill.database.backup();
        nightfill.finish(FRIDAY);
        backup.run();
        nightfill.lock.beOwnedByAnother();

        busy(this::runAgain);

        assertThat(nightfill.database.runs.rows()).isEmpty();
    }

    private int runAgain() {
        return runAgain(nightfill);
    }

    private int runAgain(InMemoryNightfill those) {
        return those.runAfterRestore.run(
                those.request(SUNDAY),
                run -> events.add("begins " + run.title()),
                outcome -> {
                    events.add("ran " + outcome.run().title());
                    notes.addAll(outcome.notes());
                },
                new StopToken());
    }

    private Run correct(LocalDate date) {
        nightfill.arrive(date, Feed.BATCHES, "PO-77,CHAIR,1,");
        return nightfill.run(nightfill.correction(date)).run();
    }

    private @Nullable String manifest(LocalDate date) {
        return nightfill.runs.finished(date).orElseThrow().manifestSha256();
    }

    /** Alters a report in a way that its manifest does not show. */
    private void alterStock(String run) throws IOException {
        Path directory = OUTPUT.resolve(run);
        String manifest = nightfill.disk.read(directory.resolve("MANIFEST.sha256"));
        String former = nightfill.disk.sha256(directory.resolve("stock.csv"));
        nightfill.disk.write(directory.resolve("stock.csv"), "altered");
        nightfill.disk.write(
                directory.resolve("MANIFEST.sha256"), manifest.replace(former, InMemoryDisk.sha256("altered")));
    }
}
