package nightfill.application.night;

import static nightfill.application.problem.Problems.busy;
import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.feedsChanged;
import static nightfill.application.problem.Problems.notReady;
import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static nightfill.application.problem.Problems.stopped;
import static nightfill.application.problem.Problems.unbalanced;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static nightfill.harness.InMemoryNightfill.HOME;
import static nightfill.harness.InMemoryNightfill.INPUT;
import static nightfill.harness.InMemoryNightfill.OUTPUT;
import static nightfill.harness.InMemoryNightfill.SATURDAY;
import static nightfill.harness.InMemoryNightfill.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.problem.StopToken;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.application.run.Input;
import nightfill.application.run.RunLock.Held;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.run.Run.State;
import nightfill.harness.InMemoryNightfill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Judged in the order of the contract: busy, done, feeds changed, not ready, refused. */
class RunNightTest {

    private final IllegalStateException broken = new IllegalStateException("broken");

    private final InMemoryNightfill nightfill = new InMemoryNightfill();

    @Test
    void a_night_is_run_to_its_end() throws IOException {
        List<Run> begun = new ArrayList<>();
        nightfill.arrive(FRIDAY);
        NightOutcome outcome = nightfill.runNight.run(nightfill.request(FRIDAY), begun::add, new StopToken());
        Run run = outcome.run();
        assertThat(outcome.alreadyFinished()).isFalse();
        assertThat(outcome.notes()).isEmpty();
        assertThat(run.state()).isEqualTo(State.FINISHED);
        assertThat(begun).extracting(Run::id).containsExactly(run.id());
        assertThat(nightfill.folders.at(OUTPUT).manifestSha256(run)).contains(String.valueOf(run.manifestSha256()));
        assertThat(nightfill.folders.at(OUTPUT).databaseId()).contains("one");
        assertThat(nightfill.files.isAnyKept(run)).isTrue();
        assertThat(nightfill.lock.isOwned()).isFalse();
    }

    @Test
    void a_night_builds_on_the_one_before() {
        Run friday = nightfill.finish(FRIDAY);
        assertThat(nightfill.finish(SATURDAY).previousId()).isEqualTo(friday.id());
    }

    @Test
    void while_another_process_is_at_work_the_night_is_busy_even_where_it_is_done() {
        nightfill.finish(FRIDAY);
        nightfill.lock.beOwnedByAnother();
        busy(() -> nightfill.run(FRIDAY));
        busy(() -> nightfill.run(nightfill.takeOver(FRIDAY)));
    }

    @Test
    void an_owner_that_gives_no_sign_of_life_is_taken_over_on_request() {
        nightfill.arrive(FRIDAY);
        nightfill.lock.beOwnedByAnother();
        nightfill.clock.advance(Duration.ofMinutes(2));
        busy(() -> nightfill.run(FRIDAY));
        assertThat(nightfill.run(nightfill.takeOver(FRIDAY)).run().state()).isEqualTo(State.FINISHED);
    }

    @Test
    void a_finished_date_with_the_same_feeds_is_done() {
        Run run = nightfill.finish(FRIDAY);
        NightOutcome again = nightfill.run(FRIDAY);
        assertThat(again.alreadyFinished()).isTrue();
        assertThat(again.run()).isEqualTo(run);
        assertThat(nightfill.database.runs.rows()).hasSize(1);
    }

    @Test
    void a_finished_date_whose_feeds_are_gone_is_done() throws IOException {
        nightfill.finish(FRIDAY);
        nightfill.disk.remove(INPUT);
        assertThat(nightfill.run(FRIDAY).alreadyFinished()).isTrue();
        assertThat(nightfill.run(nightfill.correction(FRIDAY)).alreadyFinished())
                .isTrue();
    }

    @Test
    void a_correction_with_the_same_feeds_has_nothing_to_do() {
        nightfill.finish(FRIDAY);
        assertThat(nightfill.run(nightfill.correction(FRIDAY)).alreadyFinished())
                .isTrue();
    }

    @Test
    void what_a_killed_process_left_as_if_under_way_ends_also_where_the_date_is_done() {
        Run run = nightfill.finish(FRIDAY);
        nightfill.executions.begin(run);
        nightfill.run(FRIDAY);
        assertThat(nightfill.executions.list(Optional.empty(), 1).get(0).status())
                .isEqualTo("FAILED");
    }

    @Test
    void a_finished_date_whose_reports_are_missing_or_altered_is_refused() throws IOException {
        Run run = nightfill.finish(FRIDAY);
        Path manifest = nightfill.folders.at(OUTPUT).directory(run).resolve("MANIFEST.sha256");
        nightfill.disk.write(manifest, "altered");
        refused(() -> nightfill.run(FRIDAY));
        nightfill.disk.remove(OUTPUT);
        refused(() -> nightfill.run(FRIDAY));
    }

    @Test
    void a_finished_date_with_other_feeds_has_changed() {
        Run run = nightfill.finish(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-20,CHAIR,11,");
        Problem problem = feedsChanged(() -> nightfill.run(FRIDAY));
        assertThat(problem.what()).startsWith(run.title());
        assertThat(problem.remedies()).containsExactly(Act.CORRECT);
        assertThat(nightfill.now(run)).isEqualTo(run);
    }

    @Test
    void another_feed_beside_the_former_ones_is_a_change() {
        nightfill.finish(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.DISPATCHES);
        feedsChanged(() -> nightfill.run(FRIDAY));
    }

    @Test
    void changed_feeds_are_judged_before_feeds_that_are_not_there() throws IOException {
        nightfill.finish(FRIDAY);
        nightfill.disk.remove(INPUT.resolve("2026-11-20/batches.csv"));
        feedsChanged(() -> nightfill.run(FRIDAY));
        notReady(() -> nightfill.run(nightfill.correction(FRIDAY)));
    }

    @Test
    void a_correction_takes_the_place_of_the_last_night() {
        Run first = nightfill.finish(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-20,CHAIR,1,");
        Run second = nightfill.run(nightfill.correction(FRIDAY)).run();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.replacesId()).isEqualTo(first.id());
        assertThat(second.state()).isEqualTo(State.FINISHED);
        assertThat(nightfill.now(first).state()).isEqualTo(State.REPLACED);
        assertThat(nightfill.database.lines.rows()).hasSize(1).allMatch(Line::isOpen);
    }

    @Test
    void a_night_that_is_not_the_last_is_not_corrected() {
        nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-20,CHAIR,1,");
        assertThat(said(feedsChanged(() -> nightfill.run(FRIDAY))))
                .contains("put the former feeds back")
                .doesNotContain("CORRECT");
        refused(() -> nightfill.run(nightfill.correction(FRIDAY)));
        assertThat(nightfill.runs.loading()).isEmpty();
    }

    @Test
    void a_night_behind_which_another_is_unfinished_is_not_corrected() {
        nightfill.finish(FRIDAY);
        nightfill.leaveUnfinished(SATURDAY);
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-20,CHAIR,1,");
        assertThat(said(feedsChanged(() -> nightfill.run(FRIDAY))))
                .contains("put the former feeds back")
                .doesNotContain("CORRECT");
        refused(() -> nightfill.run(nightfill.correction(FRIDAY)));
    }

    @Test
    void a_date_that_is_not_finished_cannot_be_corrected() {
        nightfill.arrive(FRIDAY);
        refused(() -> nightfill.run(nightfill.correction(FRIDAY)));
        assertThat(nightfill.runs.loading()).isEmpty();
    }

    @Test
    void a_refused_correction_leaves_the_former_run_standing() {
        Run first = nightfill.finish(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-1,CHAIR,x,", "PO-2,CHAIR,1,");
        NightRequest strict = request(nightfill.correction(FRIDAY), "0");
        refused(() -> nightfill.run(strict));
        assertThat(nightfill.now(first)).isEqualTo(first);
        assertThat(nightfill.runs.loading()).isEmpty();
        assertThat(nightfill.database.lines.rows()).singleElement().matches(Line::isAllocated);
    }

    @Test
    void a_correction_that_was_cut_short_goes_on_with_its_copies_when_its_feeds_are_gone() throws IOException {
        nightfill.finish(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-20,CHAIR,1,");
        nightfill.job.failAt("take effect", broken);
        failed(() -> nightfill.run(nightfill.correction(FRIDAY)));
        nightfill.disk.remove(INPUT);
        NightOutcome outcome = nightfill.run(nightfill.correction(FRIDAY));
        assertThat(outcome.alreadyFinished()).isFalse();
        assertThat(outcome.run().number()).isEqualTo(2);
        assertThat(nightfill.run(FRIDAY).alreadyFinished()).isTrue();
    }

    @Test
    void feeds_that_are_not_there_are_waited_for_and_leave_nothing() {
        notReady(() -> nightfill.run(FRIDAY));
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-1,CHAIR,10,");
        notReady(() -> nightfill.run(FRIDAY));
        assertThat(nightfill.database.runs.rows()).isEmpty();
        assertThat(nightfill.disk.exists(HOME)).isFalse();
        assertThat(nightfill.disk.exists(OUTPUT)).isFalse();
    }

    @Test
    void feeds_that_are_not_there_are_judged_before_whatever_stands_in_the_way() {
        nightfill.leaveUnfinished(FRIDAY);
        notReady(() -> nightfill.run(SATURDAY));
        nightfill.arrive(SATURDAY);
        refused(() -> nightfill.run(SATURDAY));
    }

    @Test
    void an_unfinished_run_blocks_other_dates() {
        Run unfinished = nightfill.leaveUnfinished(FRIDAY);
        nightfill.arrive(SATURDAY);
        assertThat(refused(() -> nightfill.run(SATURDAY))).hasMessageContaining(unfinished.title());
        assertThat(nightfill.runs.loading()).isEmpty();
        assertThat(nightfill.now(unfinished)).isEqualTo(unfinished);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MANIFEST.sha256", "stock.csv", "unallocated.csv", "summary.json"})
    void a_night_does_not_build_on_reports_that_are_missing_or_altered(String name) throws IOException {
        Run friday = nightfill.finish(FRIDAY);
        Path report = nightfill.folders.at(OUTPUT).directory(friday).resolve(name);
        String text = nightfill.disk.read(report);
        nightfill.arrive(SATURDAY);
        nightfill.disk.write(report, text + "altered");
        refused(() -> nightfill.run(SATURDAY));
        assertThat(nightfill.runs.unfinished().or(nightfill.runs::loading)).isEmpty();
        if (!name.startsWith("MANIFEST")) { // without one, nothing would stand there
            nightfill.disk.remove(report);
            refused(() -> nightfill.run(SATURDAY));
        }
        nightfill.disk.write(report, text);
        assertThat(nightfill.run(SATURDAY).run().state()).isEqualTo(State.FINISHED);
    }

    @Test
    void a_correction_needs_the_reports_before_those_that_it_replaces() throws IOException {
        Run friday = nightfill.finish(FRIDAY);
        Run saturday = nightfill.finish(SATURDAY);
        nightfill.arrive(SATURDAY, Feed.BATCHES, "PO-21,CHAIR,1,");
        nightfill.disk.remove(nightfill.folders.at(OUTPUT).directory(saturday).resolve("stock.csv"));
        Path stock = nightfill.folders.at(OUTPUT).directory(friday).resolve("stock.csv");
        String text = nightfill.disk.read(stock);
        nightfill.disk.remove(stock);
        refused(() -> nightfill.run(nightfill.correction(SATURDAY)));
        nightfill.disk.write(stock, text);
        assertThat(nightfill.run(nightfill.correction(SATURDAY)).run().number()).isEqualTo(2);
    }

    @Test
    void an_output_of_another_database_is_refused() {
        nightfill.finish(FRIDAY);
        InMemoryNightfill other = nightfill.withDatabase("another");
        other.arrive(SATURDAY);
        refused(() -> other.run(SATURDAY));
        assertThat(other.database.runs.rows()).isEmpty();
    }

    @Test
    void an_output_that_shows_a_run_that_the_database_does_not_know_is_refused() {
        nightfill.finish(FRIDAY);
        InMemoryNightfill restored = nightfill.withDatabase("one");
        restored.arrive(SATURDAY);
        refused(() -> restored.run(SATURDAY));
        assertThat(restored.database.runs.rows()).isEmpty();
    }

    @Test
    void a_refused_night_leaves_nothing_but_its_rejects() {
        nightfill.arrive(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.ORDER_LINES, "1001,1,CHAIR,x", "1002,1,CHAIR,1");
        refused(() -> nightfill.run(request(nightfill.request(FRIDAY), "0")));
        assertThat(nightfill.runs.loading()).isEmpty();
        assertThat(nightfill.runs.unfinished()).isEmpty();
        assertThat(nightfill.database.lines.rows()).isEmpty();
        assertThat(nightfill.database.batches.rows()).isEmpty();
        assertThat(nightfill.disk.exists(HOME.resolve("feeds"))).isFalse();
        assertThat(nightfill.disk.isFile(HOME.resolve("refused/2026-11-20/rejects.csv")))
                .isTrue();
        assertThat(nightfill.run(FRIDAY).run().number()).isEqualTo(1);
        assertThat(nightfill.disk.exists(HOME.resolve("refused"))).isFalse();
    }

    @Test
    void a_damaged_feed_refuses_the_night_and_its_rejects_so_far_are_kept() {
        nightfill.arrive(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.ORDER_LINES, "1001,1,CHAIR,x", "1002,1,\"CHAIR,1");
        refused(() -> nightfill.run(FRIDAY));
        assertThat(nightfill.runs.loading()).isEmpty();
        assertThat(nightfill.disk.isFile(HOME.resolve("refused/2026-11-20/rejects.csv")))
                .isTrue();
    }

    @Test
    void a_refused_night_blocks_no_other() {
        nightfill.arrive(FRIDAY, "batches.csv", "no,header\n").arrive(FRIDAY, Feed.ORDER_LINES);
        refused(() -> nightfill.run(FRIDAY));
        assertThat(nightfill.finish(SATURDAY).state()).isEqualTo(State.FINISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"load batches", "load order_lines", "take effect"})
    void a_night_that_fails_while_it_loads_is_taken_up(String step) {
        nightfill.arrive(FRIDAY);
        nightfill.job.failAt(step, broken);
        failed(() -> nightfill.run(FRIDAY));
        Run loading = nightfill.runs.loading().orElseThrow();
        Run finished = nightfill.run(FRIDAY).run();
        assertThat(finished.id()).isEqualTo(loading.id());
        assertThat(finished.state()).isEqualTo(State.FINISHED);
    }

    @Test
    void a_loading_run_goes_on_with_its_copies_when_its_feeds_are_gone() throws IOException {
        Run loading = nightfill.leaveLoading(FRIDAY);
        nightfill.disk.remove(INPUT);
        NightOutcome outcome = nightfill.run(FRIDAY);
        assertThat(outcome.run().id()).isEqualTo(loading.id());
        assertThat(outcome.notes()).singleElement().asString().contains("copies");
    }

    @Test
    void a_loading_run_loads_anew_where_its_feeds_have_changed() {
        Run loading = nightfill.leaveLoading(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-20,CHAIR,1,");
        assertLoadsAnew(loading, nightfill.request(FRIDAY));
    }

    @Test
    void a_loading_run_loads_anew_where_a_copy_was_altered() {
        Run loading = nightfill.leaveLoading(FRIDAY);
        nightfill.disk.write(nightfill.files.kept(loading, "batches.csv"), "altered");
        assertLoadsAnew(loading, nightfill.request(FRIDAY));
    }

    @Test
    void a_loading_run_loads_anew_on_other_terms() {
        Run loading = nightfill.leaveLoading(FRIDAY);
        assertLoadsAnew(loading, nightfill.accepting(FRIDAY, Acceptance.SAME_FEED));
    }

    @Test
    void a_loading_run_loads_anew_where_its_sender_vouches_otherwise() {
        Run loading = nightfill.leaveLoading(FRIDAY);
        nightfill.arrive(FRIDAY, "control.csv", "file,rows,sha256\nbatches.csv,1,\norder_lines.csv,1,\n");
        assertLoadsAnew(loading, nightfill.request(FRIDAY));
    }

    @Test
    void a_run_that_has_accepted_nothing_yet_loads_anew() {
        nightfill.arrive(FRIDAY);
        nightfill.job.failAt("accept feeds", broken);
        failed(() -> nightfill.run(FRIDAY));
        assertLoadsAnew(nightfill.runs.loading().orElseThrow(), nightfill.request(FRIDAY));
    }

    @Test
    void a_loading_run_gives_way_to_another_date() {
        Run loading = nightfill.leaveLoading(FRIDAY);
        Run saturday = nightfill.finish(SATURDAY);
        assertThat(nightfill.now(loading).state()).isEqualTo(State.DISCARDED);
        assertThat(nightfill.files.isAnyKept(loading)).isFalse();
        assertThat(saturday.state()).isEqualTo(State.FINISHED);
    }

    @Test
    void a_loading_run_is_left_alone_where_the_new_feeds_are_not_there() {
        Run loading = nightfill.leaveLoading(FRIDAY);
        notReady(() -> nightfill.run(SATURDAY));
        assertThat(nightfill.runs.loading()).contains(loading);
    }

    @ParameterizedTest
    @ValueSource(strings = {"allocate", "settle dispatches", "write reports"})
    void a_night_that_fails_once_it_has_begun_is_taken_up(String step) {
        nightfill.arrive(FRIDAY);
        nightfill.job.failAt(step, broken);
        failed(() -> nightfill.run(FRIDAY));
        Run unfinished = nightfill.runs.unfinished().orElseThrow();
        NightOutcome outcome = nightfill.run(FRIDAY);
        assertThat(outcome.run().id()).isEqualTo(unfinished.id());
        assertThat(outcome.notes()).isEmpty();
        assertThat(nightfill.database.lines.rows()).singleElement().matches(Line::isAllocated);
    }

    @Test
    void an_unfinished_run_goes_on_with_what_it_accepted_whatever_lies_in_input() {
        Run unfinished = nightfill.leaveUnfinished(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.ORDER_LINES, "1099,1,CHAIR,9");
        NightOutcome outcome = nightfill.run(FRIDAY);
        assertThat(outcome.run().id()).isEqualTo(unfinished.id());
        assertThat(outcome.notes()).singleElement().asString().contains("differs");
        assertThat(nightfill.database.lines.rows())
                .extracting(line -> line.line().line().orderId())
                .containsExactly("1020");
    }

    @Test
    void an_unfinished_run_goes_on_when_its_feeds_are_gone() throws IOException {
        nightfill.leaveUnfinished(FRIDAY);
        nightfill.disk.remove(INPUT);
        NightOutcome outcome = nightfill.run(FRIDAY);
        assertThat(outcome.run().state()).isEqualTo(State.FINISHED);
        assertThat(outcome.notes()).isEmpty();
    }

    @Test
    void a_copy_that_an_unfinished_run_lacks_is_put_back_from_input() throws IOException {
        Run unfinished = nightfill.leaveUnfinished(FRIDAY);
        Path copy = nightfill.files.kept(unfinished, "batches.csv");
        String text = nightfill.disk.read(copy);
        nightfill.disk.write(copy, "altered");
        nightfill.run(FRIDAY);
        assertThat(nightfill.disk.read(copy)).isEqualTo(text);
    }

    @Test
    void a_copy_that_cannot_be_put_back_is_refused() throws IOException {
        Run unfinished = nightfill.leaveUnfinished(FRIDAY);
        nightfill.disk.remove(nightfill.files.kept(unfinished, "batches.csv"));
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-20,CHAIR,1,");
        refused(() -> nightfill.run(FRIDAY));
        nightfill.disk.remove(INPUT);
        refused(() -> nightfill.run(FRIDAY));
        assertThat(nightfill.now(unfinished)).isEqualTo(unfinished);
    }

    @Test
    void an_unfinished_run_is_not_taken_up_beside_an_output_of_another_database() {
        nightfill.leaveUnfinished(FRIDAY);
        nightfill.disk.write(OUTPUT.resolve(".nightfill-database"), "another\n");
        refused(() -> nightfill.run(FRIDAY));
        assertThat(nightfill.runs.unfinished()).isPresent();
    }

    @Test
    void a_night_that_is_stopped_is_taken_up() {
        nightfill.arrive(FRIDAY);
        nightfill.job.stopAt("allocate");
        stopped(() -> nightfill.run(FRIDAY));
        Run unfinished = nightfill.runs.unfinished().orElseThrow();
        assertThat(nightfill.run(FRIDAY).run().id()).isEqualTo(unfinished.id());
    }

    @Test
    void a_night_that_is_stopped_while_it_loads_is_taken_up() {
        nightfill.arrive(FRIDAY);
        nightfill.job.stopAt("take effect");
        stopped(() -> nightfill.run(FRIDAY));
        Run loading = nightfill.runs.loading().orElseThrow();
        assertThat(nightfill.run(FRIDAY).run().id()).isEqualTo(loading.id());
    }

    @Test
    void a_night_that_does_not_balance_stays_unfinished() {
        nightfill.arrive(FRIDAY);
        nightfill.job.failAt("write reports", new Problem(Problem.Kind.UNBALANCED, "a fault"));
        unbalanced(() -> nightfill.run(FRIDAY));
        assertThat(nightfill.runs.unfinished()).isPresent();
        assertThat(nightfill.disk.exists(OUTPUT.resolve("2026-11-20"))).isFalse();
    }

    @Test
    void what_fails_without_the_lock_fails_for_want_of_it() {
        RuntimeException failure = new IllegalStateException("connection closed");
        Problem loss = failed(() -> nightfill.underLock.run(nightfill.request(FRIDAY), new StopToken(), () -> {
            nightfill.lock.beOwnedByAnother();
            throw failure;
        }));
        assertThat(loss.getSuppressed()).containsExactly(failure);
    }

    @Test
    void what_fails_with_the_lock_fails_as_it_does() {
        Problem failure = new Problem(Problem.Kind.FAILED, "disk full");
        assertThat(failed(() -> nightfill.underLock.run(nightfill.request(FRIDAY), new StopToken(), () -> {
                    throw failure;
                })))
                .isSameAs(failure);
        Problem refusal = Problem.refused("no");
        assertThat(refused(() -> nightfill.underLock.run(nightfill.request(FRIDAY), new StopToken(), () -> {
                    nightfill.lock.beOwnedByAnother();
                    throw refusal;
                })))
                .isSameAs(refusal);
    }

    @Test
    @SuppressWarnings("try") // the lock is only held
    void the_lock_is_let_go_however_the_night_ends() {
        notReady(() -> nightfill.run(FRIDAY));
        try (Held held = nightfill.lock.acquire()) {
            assertThatNoException().isThrownBy(held::requireKept);
        }
    }

    @Test
    void an_output_that_cannot_be_read_is_a_failure_that_may_pass() {
        nightfill.finish(FRIDAY);
        nightfill.disk.breakDown(OUTPUT);
        failed(() -> nightfill.run(FRIDAY));
    }

    @Test
    void who_cannot_note_the_run_does_not_work_it() {
        nightfill.arrive(FRIDAY);
        failed(() -> nightfill.runNight.run(
                nightfill.request(FRIDAY),
                run -> {
                    throw new Problem(Problem.Kind.FAILED, "cannot be noted");
                },
                new StopToken()));
        assertThat(nightfill.executions.list(Optional.empty(), 1)).isEmpty();
    }

    @Test
    void dates_that_were_passed_over_are_pointed_out() {
        nightfill.arrive(FRIDAY);
        nightfill.arrive(SATURDAY);
        nightfill.arrive(SUNDAY);
        List<Input> missed = List.of(nightfill.request(FRIDAY).feeds());
        assertThat(nightfill.run(SATURDAY).neverRun()).isEqualTo(missed);
        // which was the first night, and so those before it are not waited for
        assertThat(nightfill.run(SATURDAY).neverRun()).isEmpty();
        assertThat(nightfill.run(SATURDAY).leftAlone()).isEqualTo(missed);
        nightfill.run(FRIDAY);
        assertThat(nightfill.run(SATURDAY).leftAlone()).isEmpty();
    }

    @Test
    void a_date_that_was_passed_over_since_the_first_night_waits() {
        nightfill.finish(FRIDAY);
        nightfill.arrive(SATURDAY);
        nightfill.arrive(SUNDAY);
        List<Input> missed = List.of(nightfill.request(SATURDAY).feeds());

        assertThat(nightfill.run(SUNDAY).neverRun()).isEqualTo(missed);
        assertThat(nightfill.run(SUNDAY).neverRun()).isEqualTo(missed);
        assertThat(nightfill.run(SUNDAY).leftAlone()).isEmpty();
    }

    @Test
    void the_date_that_is_unfinished_was_not_passed_over() {
        nightfill.leaveUnfinished(FRIDAY);
        nightfill.arrive(SATURDAY);
        refused(() -> nightfill.run(SATURDAY));
        nightfill.run(FRIDAY);
        assertThat(nightfill.run(SATURDAY).neverRun()).isEmpty();
    }

    @Test
    void a_finished_date_is_not_found_done_beside_an_output_of_another_database() {
        nightfill.finish(FRIDAY);
        nightfill.disk.write(OUTPUT.resolve(".nightfill-database"), "another\n");

        refused(() -> nightfill.run(FRIDAY));
    }

    @Test
    void a_loading_run_is_not_taken_up_beside_an_output_of_another_database() {
        Run loading = nightfill.leaveLoading(FRIDAY);
        nightfill.disk.write(OUTPUT.resolve(".nightfill-database"), "another\n");

        refused(() -> nightfill.run(FRIDAY));

        assertThat(nightfill.runs.loading()).contains(loading);
        assertThat(nightfill.executions.list(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void a_correction_without_feeds_is_done_whatever_other_date_loads() throws IOException {
        nightfill.finish(FRIDAY);
        nightfill.leaveLoading(SATURDAY);
        nightfill.disk.remove(INPUT.resolve("2026-11-20"));

        assertThat(nightfill.run(nightfill.correction(FRIDAY)).alreadyFinished())
                .isTrue();
    }

    @Test
    void a_refusal_is_told_also_where_what_it_left_cannot_be_removed() {
        nightfill.arrive(FRIDAY);
        nightfill.job.disturb("take effect", () -> {
            nightfill.disk.breakDown(HOME.resolve("feeds"));
            throw Problem.refused("too many rejects");
        });

        Problem problem = refused(() -> nightfill.run(FRIDAY));

        assertThat(problem.what()).isEqualTo("too many rejects");
        assertThat(problem.getSuppressed()).hasSize(1);
        nightfill.disk.mend();
        assertThat(nightfill.run(FRIDAY).run().state()).isEqualTo(State.FINISHED);
    }

    @Test
    void what_fails_once_the_night_was_broken_off_was_stopped() {
        StopToken stop = new StopToken();
        RuntimeException failure = new IllegalStateException("connection cut");

        Problem problem = stopped(() -> nightfill.underLock.run(nightfill.request(FRIDAY), stop, () -> {
            stop.breakOff();
            throw failure;
        }));

        assertThat(problem).hasCause(failure).hasMessageContaining("2026-11-20");
    }

    @Test
    void a_refusal_stays_one_although_the_night_was_broken_off() {
        StopToken stop = new StopToken();
        stop.breakOff();

        refused(() -> nightfill.underLock.run(nightfill.request(FRIDAY), stop, () -> {
            throw Problem.refused("no");
        }));
    }

    @Test
    void of_dates_that_were_passed_over_the_unfinished_one_is_none() {
        nightfill.finish(SUNDAY);
        nightfill.leaveUnfinished(SATURDAY);
        assertThat(nightfill.run(SUNDAY).neverRun()).isEmpty();

        nightfill.arrive(FRIDAY);

        assertThat(nightfill.run(SUNDAY).leftAlone()).extracting(Input::date).containsExactly(FRIDAY);
    }

    @Test
    void an_unfinished_run_is_not_taken_up_where_the_reports_of_another_have_its_place() {
        nightfill.leaveUnfinished(FRIDAY);
        Runnable backup = nightfill.database.backup();
        nightfill.abandonRun.abandon(Optional.empty(), OUTPUT);
        nightfill.arrive(FRIDAY, Feed.ORDER_LINES, "1099,1,CHAIR,3");
        nightfill.run(FRIDAY);
        backup.run();
        nightfill.arrive(FRIDAY); // so that nothing else is in the way

        refused(() -> nightfill.run(FRIDAY));

        assertThat(nightfill.executions.list(Optional.empty(), 10)).hasSize(1);
    }

    private void assertLoadsAnew(Run loading, NightRequest request) {
        Run run = nightfill.run(request).run();
        assertThat(run.id()).isNotEqualTo(loading.id());
        assertThat(run.number()).isEqualTo(1);
        assertThat(run.state()).isEqualTo(State.FINISHED);
        assertThat(nightfill.now(loading).state()).isEqualTo(State.DISCARDED);
    }

    private static NightRequest request(NightRequest request, String maxRejects) {
        return InMemoryNightfill.with(request, maxRejects);
    }
}
