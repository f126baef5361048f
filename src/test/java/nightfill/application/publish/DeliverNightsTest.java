package nightfill.application.publish;

import static nightfill.application.problem.Problems.busy;
import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.notReady;
import static nightfill.application.problem.Problems.refused;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static nightfill.harness.InMemoryNightfill.INPUT;
import static nightfill.harness.InMemoryNightfill.OUTPUT;
import static nightfill.harness.InMemoryNightfill.SATURDAY;
import static nightfill.harness.InMemoryNightfill.SUNDAY;
import static nightfill.harness.InMemoryPublishing.ELSEWHERE;
import static nightfill.harness.InMemoryPublishing.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightfill.application.night.NightOutcome;
import nightfill.application.problem.Problem;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.SyncFiles.DestinationLock;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import nightfill.harness.InMemoryNightfill;
import nightfill.harness.InMemoryPublishing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliverNightsTest implements DeliverNights.Listener {

    private final InMemoryNightfill nightfill = new InMemoryNightfill();
    private final InMemoryPublishing publishing = new InMemoryPublishing(nightfill);
    private final List<String> events = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();

    @Test
    void a_night_is_run_and_then_published() {
        nightfill.arrive(FRIDAY);

        deliver(FRIDAY, PUBLISHED);

        assertThat(events).containsExactly("night 2026-11-20", "published 1 in /mnt/reports");
        assertThat(nightfill.publications.owed()).isEmpty();
    }

    @Test
    void each_run_that_is_worked_on_is_announced_whatever_becomes_of_it() {
        nightfill.finish(FRIDAY);
        nightfill.arrive(SATURDAY);
        nightfill.job.disturb("allocate", () -> {
            throw new IllegalStateException("disk full");
        });

        failed(() -> deliver(SATURDAY, PUBLISHED));
        assertThat(begun).containsExactly("2026-11-21 run 1");
        deliver(SATURDAY, null);
        deliver(SATURDAY, null);

        assertThat(begun).containsExactly("2026-11-21 run 1", "2026-11-21 run 1");
    }

    @Test
    void without_a_directory_nothing_is_published() {
        nightfill.arrive(FRIDAY);

        deliver(FRIDAY, null);

        assertThat(events).containsExactly("night 2026-11-20");
    }

    @Test
    void a_night_that_was_done_before_is_published_too() {
        nightfill.finish(FRIDAY);

        deliver(FRIDAY, PUBLISHED);

        assertThat(events).containsExactly("night 2026-11-20", "published 1 in /mnt/reports");
    }

    @Test
    void what_is_owed_since_earlier_is_published_where_it_is_owed() {
        nightfill.finish(FRIDAY);
        nightfill.disk.breakDown(ELSEWHERE);
        failed(() -> publishing.publish(ELSEWHERE));
        nightfill.disk.mend();
        nightfill.arrive(SATURDAY);

        deliver(SATURDAY, PUBLISHED);

        assertThat(events)
                .containsExactly("night 2026-11-21", "published 2 in /mnt/reports", "published 2 in /mnt/elsewhere");
    }

    @Test
    void the_directory_that_is_asked_for_is_published_in_once_although_it_is_owed() {
        nightfill.arrive(FRIDAY);
        nightfill.disk.breakDown(PUBLISHED);
        failed(() -> deliver(FRIDAY, PUBLISHED));
        nightfill.disk.mend();
        events.clear();

        deliver(FRIDAY, PUBLISHED);

        assertThat(events).containsExactly("night 2026-11-20", "published 1 in /mnt/reports");
    }

    @Test
    void a_directory_in_which_nothing_may_be_published_is_refused_before_the_night() {
        nightfill.arrive(FRIDAY);

        refused(() -> deliver(FRIDAY, OUTPUT));
        refused(() -> deliver(FRIDAY, INPUT.resolve("2026-11-20")));

        assertThat(nightfill.database.runs.rows()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void a_night_that_begins_is_owed_before_anything_is_done_for_it() {
        nightfill.arrive(FRIDAY);
        nightfill.job.failAt("allocate", new IllegalStateException("broken"));
        failed(() -> deliver(FRIDAY, PUBLISHED));
        assertThat(nightfill.publications.owed()).isEmpty();

        nightfill.run(FRIDAY);

        assertThat(nightfill.publications.owed()).containsExactly(PUBLISHED);
    }

    @Test
    void a_night_that_is_not_finished_leaves_the_directories_alone() {
        nightfill.finish(FRIDAY);

        notReady(() -> deliver(SATURDAY, PUBLISHED));

        assertThat(events).isEmpty();
        assertThat(nightfill.disk.exists(PUBLISHED)).isFalse();
    }

    @Test
    void nights_that_were_finished_before_one_that_was_not_are_published() {
        nightfill.arrive(FRIDAY).arrive(SATURDAY, "batches.csv", "no,header\n");
        nightfill.arrive(SATURDAY, Feed.ORDER_LINES);

        refused(() -> deliverPending(SATURDAY, PUBLISHED));

        assertThat(events).containsExactly("night 2026-11-20", "published 1 in /mnt/reports");
    }

    @Test
    void where_both_a_night_and_a_publication_fail_the_night_counts_and_the_other_is_told() {
        nightfill.arrive(FRIDAY);
        nightfill.disk.breakDown(PUBLISHED);

        Problem problem = notReady(() -> deliverPending(SATURDAY, PUBLISHED));

        assertThat(events)
                .hasSize(2)
                .last()
                .asString()
                .startsWith("problem FAILED")
                .contains("disk gone");
        assertThat(problem.getSuppressed()).hasSize(1);
        assertThat(nightfill.publications.owed()).containsExactly(PUBLISHED);
    }

    @Test
    void every_date_that_waits_is_run_before_any_is_published() {
        nightfill.arrive(FRIDAY).arrive(SATURDAY).arrive(SUNDAY);

        deliverPending(SATURDAY, PUBLISHED);

        assertThat(events).containsExactly("night 2026-11-20", "night 2026-11-21", "published 2 in /mnt/reports");
    }

    @Test
    void a_publication_that_fails_says_that_the_night_is_finished_and_what_is_owed() {
        nightfill.arrive(FRIDAY);
        nightfill.disk.breakDown(PUBLISHED);

        Problem problem = failed(() -> deliver(FRIDAY, PUBLISHED));

        assertThat(problem)
                .hasMessageContaining("2026-11-20 run 1 is finished")
                .hasMessageContaining("owed to /mnt/reports")
                .hasMessageContaining("disk gone");
        assertThat(problem.remedies()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(events).containsExactly("night 2026-11-20");
    }

    @Test
    void a_directory_that_fails_does_not_keep_the_others_waiting() throws IOException {
        nightfill.finish(FRIDAY);
        nightfill.disk.breakDown(ELSEWHERE);
        failed(() -> publishing.publish(ELSEWHERE));
        nightfill.disk.mend();
        try (DestinationLock lock = publishing.files.lock(InMemoryPublishing.routeTo(PUBLISHED), new StopToken())) {
            busy(() -> deliver(FRIDAY, PUBLISHED));
            assertThat(lock).isNotNull();
        }

        assertThat(events).containsExactly("night 2026-11-20", "published 1 in /mnt/elsewhere");
    }

    @Test
    void of_several_directories_that_fail_the_first_counts_and_the_others_are_told() {
        nightfill.finish(FRIDAY);
        nightfill.disk.breakDown(Path.of("/mnt"));
        failed(() -> publishing.publish(ELSEWHERE));

        assertThat(failed(() -> deliver(FRIDAY, PUBLISHED))).hasMessageContaining("/mnt/reports");

        assertThat(events).hasSize(2).last().asString().contains("owed to /mnt/elsewhere");
    }

    @Test
    void nights_that_a_restored_database_does_not_know_are_run_again_first() {
        Runnable backup = nightfill.database.backup();
        nightfill.finish(FRIDAY);
        backup.run();
        nightfill.arrive(SATURDAY);

        deliverAfterRestore(SATURDAY);

        assertThat(events).containsExactly("night 2026-11-20", "night 2026-11-21", "published 2 in /mnt/reports");
    }

    @Test
    void where_the_database_knows_all_that_is_noted_and_the_night_is_run() {
        nightfill.finish(FRIDAY);
        nightfill.arrive(SATURDAY);

        deliverAfterRestore(SATURDAY);

        assertThat(events)
                .hasSize(3)
                .first()
                .asString()
                .startsWith("note OUTPUT shows no run that this database does not know");
    }

    @Test
    void without_that_request_an_unknown_run_is_refused() {
        Runnable backup = nightfill.database.backup();
        nightfill.finish(FRIDAY);
        backup.run();
        nightfill.arrive(SATURDAY);

        refused(() -> deliver(SATURDAY, PUBLISHED));
    }

    @Test
    void a_stop_that_comes_while_it_is_published_leaves_it_owed() {
        Run friday = nightfill.finish(FRIDAY);
        StopToken stop = new StopToken();
        stop.stop();

        failed(() -> publishing.deliverNights.run(
                new Delivery(nightfill.request(FRIDAY), false, false, Optional.of(PUBLISHED)), this, stop));

        assertThat(nightfill.publications.owed()).containsExactly(PUBLISHED);
        assertThat(nightfill.publications.published(PUBLISHED)).doesNotContain(friday.id());
    }

    private void deliver(LocalDate date, @Nullable Path directory) {
        run(new Delivery(nightfill.request(date), false, false, Optional.ofNullable(directory)));
    }

    private void deliverPending(LocalDate date, Path directory) {
        run(new Delivery(nightfill.request(date), true, false, Optional.of(directory)));
    }

    private void deliverAfterRestore(LocalDate date) {
        run(new Delivery(nightfill.request(date), false, true, Optional.of(PUBLISHED)));
    }

    private void run(Delivery delivery) {
        publishing.deliverNights.run(delivery, this, new StopToken());
    }

    @Override
    public void begun(Run run) {
        begun.add(run.title());
    }

    @Override
    public void night(NightOutcome outcome) {
        events.add("night " + outcome.run().date());
    }

    @Override
    public void published(Published published) {
        events.add("published %d in %s".formatted(published.added().size(), published.directory()));
    }

    @Override
    public void note(String note) {
        events.add("note " + note);
    }

    @Override
    public void problem(Problem problem) {
        events.add("problem %s %s".formatted(problem.kind(), problem.what()));
    }
}
