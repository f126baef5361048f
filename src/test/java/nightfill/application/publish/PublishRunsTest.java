package nightfill.application.publish;

import static nightfill.application.problem.Problems.busy;
import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.refused;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static nightfill.harness.InMemoryNightfill.OUTPUT;
import static nightfill.harness.InMemoryNightfill.SATURDAY;
import static nightfill.harness.InMemoryNightfill.SUNDAY;
import static nightfill.harness.InMemoryPublishing.ELSEWHERE;
import static nightfill.harness.InMemoryPublishing.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import nightfill.application.problem.Problem;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.SyncFiles.DestinationLock;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import nightfill.harness.InMemoryNightfill;
import nightfill.harness.InMemoryPublishing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishRunsTest {

    private final InMemoryNightfill nightfill = new InMemoryNightfill();
    private final InMemoryPublishing publishing = new InMemoryPublishing(nightfill);

    @Test
    void every_finished_run_is_added_as_it_stands_in_output() {
        Run friday = nightfill.finish(FRIDAY);
        Run saturday = nightfill.finish(SATURDAY);

        Published published = publishing.publish(PUBLISHED);

        assertThat(published.directory()).isEqualTo(PUBLISHED);
        assertThat(published.added()).containsExactly(friday, saturday);
        assertThat(published.notes()).isEmpty();
        assertThat(texts(PUBLISHED)).isEqualTo(texts(OUTPUT)).hasSize(published.files());
        assertThat(published.bytes())
                .isEqualTo(texts(OUTPUT).values().stream()
                        .mapToLong(String::length)
                        .sum());
        assertThat(nightfill.publications.published(PUBLISHED)).containsExactly(friday.id(), saturday.id());
        assertThat(nightfill.publications.owed()).isEmpty();
        assertThat(publishing.manifests.last().run()).isEqualTo(saturday.name());
    }

    @Test
    void a_second_publication_adds_nothing_and_a_later_night_alone() {
        nightfill.finish(FRIDAY);
        publishing.publish(PUBLISHED);
        assertThat(publishing.publish(PUBLISHED).added()).isEmpty();

        Run saturday = nightfill.finish(SATURDAY);

        Published published = publishing.publish(PUBLISHED);
        assertThat(published.added()).containsExactly(saturday);
        assertThat(published.files())
                .isEqualTo(nightfill.disk.below(OUTPUT.resolve("2026-11-21")).size());
    }

    @Test
    void a_correction_is_added_beside_the_run_that_it_replaces() {
        Run first = nightfill.finish(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-20,CHAIR,1,");
        Run second = nightfill.run(nightfill.correction(FRIDAY)).run();

        assertThat(publishing.publish(PUBLISHED).added()).extracting(Run::id).containsExactly(first.id(), second.id());
    }

    @Test
    void each_directory_has_a_list_of_its_own() {
        Run friday = nightfill.finish(FRIDAY);
        publishing.publish(PUBLISHED);

        assertThat(publishing.publish(ELSEWHERE).added()).containsExactly(friday);
    }

    @Test
    void before_the_first_run_is_finished_there_is_nothing_to_publish() {
        nightfill.leaveUnfinished(FRIDAY);

        refused(() -> publishing.publish(PUBLISHED));

        assertThat(nightfill.disk.exists(PUBLISHED)).isFalse();
    }

    @Test
    void a_run_whose_date_is_gone_from_the_directory_is_added_again() throws IOException {
        Run friday = nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);
        publishing.publish(PUBLISHED);
        nightfill.disk.remove(PUBLISHED.resolve("2026-11-20"));

        assertThat(publishing.publish(PUBLISHED).added()).containsExactly(friday);

        assertThat(texts(PUBLISHED)).isEqualTo(texts(OUTPUT));
    }

    @Test
    void what_was_altered_in_the_newest_run_that_stands_is_refused_and_stays() {
        nightfill.finish(FRIDAY);
        publishing.publish(PUBLISHED);
        Path altered = PUBLISHED.resolve("2026-11-20/run-1/stock.csv");
        nightfill.disk.write(altered, "altered");
        nightfill.finish(SATURDAY);

        assertThat(refused(() -> publishing.publish(PUBLISHED))).hasMessageContaining("stock.csv");

        assertThat(nightfill.disk.text(altered)).isEqualTo("altered");
        assertThat(nightfill.disk.exists(PUBLISHED.resolve("2026-11-21"))).isFalse();
        assertThat(nightfill.publications.owed()).containsExactly(PUBLISHED);
    }

    @Test
    void older_runs_that_stand_are_not_looked_into() {
        nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);
        publishing.publish(PUBLISHED);
        nightfill.disk.write(PUBLISHED.resolve("2026-11-20/run-1/stock.csv"), "altered");
        nightfill.disk.write(PUBLISHED.resolve("2026-11-20/more.csv"), "more");
        nightfill.finish(SUNDAY);

        assertThat(publishing.publish(PUBLISHED).added()).hasSize(1);
    }

    @Test
    void a_run_that_was_begun_there_is_completed() {
        Run friday = nightfill.finish(FRIDAY);
        nightfill.disk.write(
                PUBLISHED.resolve("2026-11-20/run-1/stock.csv"),
                nightfill.disk.text(OUTPUT.resolve("2026-11-20/run-1/stock.csv")));

        assertThat(publishing.publish(PUBLISHED).added()).containsExactly(friday);

        assertThat(texts(PUBLISHED)).isEqualTo(texts(OUTPUT));
    }

    @Test
    void the_directory_of_another_database_is_refused_and_owed() {
        nightfill.finish(FRIDAY);
        nightfill.disk.write(PUBLISHED.resolve(".nightfill-database"), "another\n");

        refused(() -> publishing.publish(PUBLISHED));

        assertThat(nightfill.disk.below(PUBLISHED)).hasSize(1);
        assertThat(nightfill.publications.owed()).containsExactly(PUBLISHED);
    }

    @Test
    void from_the_output_of_another_database_nothing_is_published_or_owed() {
        nightfill.finish(FRIDAY);
        nightfill.disk.write(OUTPUT.resolve(".nightfill-database"), "another\n");

        refused(() -> publishing.publish(PUBLISHED));

        assertThat(nightfill.publications.owed()).isEmpty();
        assertThat(nightfill.disk.exists(PUBLISHED)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stock.csv", "MANIFEST.sha256"})
    void reports_that_were_altered_in_output_are_not_published(String name) {
        nightfill.finish(FRIDAY);
        nightfill.disk.write(OUTPUT.resolve("2026-11-20/run-1").resolve(name), "altered");

        refused(() -> publishing.publish(PUBLISHED));

        assertThat(nightfill.disk.below(PUBLISHED)).isEmpty();
    }

    @Test
    void an_earlier_run_whose_manifest_was_altered_is_not_published_either() {
        nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);
        nightfill.disk.write(OUTPUT.resolve("2026-11-20/run-1/MANIFEST.sha256"), "altered");

        refused(() -> publishing.publish(PUBLISHED));

        assertThat(nightfill.disk.below(PUBLISHED)).isEmpty();
    }

    @Test
    void a_run_that_does_not_stand_in_output_any_more_is_passed_over_with_a_note() throws IOException {
        Run friday = nightfill.finish(FRIDAY);
        Run saturday = nightfill.finish(SATURDAY);
        nightfill.disk.remove(OUTPUT.resolve("2026-11-20"));

        Published published = publishing.publish(PUBLISHED);

        assertThat(published.added()).containsExactly(saturday);
        assertThat(published.notes())
                .singleElement()
                .asString()
                .contains(friday.title())
                .contains("1 of the finished runs");
        assertThat(nightfill.publications.owed()).isEmpty();
    }

    @Test
    void a_run_that_was_published_before_it_went_from_output_is_nobodys_concern() throws IOException {
        nightfill.finish(FRIDAY);
        publishing.publish(PUBLISHED);
        nightfill.finish(SATURDAY);
        nightfill.disk.remove(OUTPUT.resolve("2026-11-20"));

        assertThat(publishing.publish(PUBLISHED).notes()).isEmpty();

        assertThat(nightfill.disk.exists(PUBLISHED.resolve("2026-11-20"))).isTrue();
    }

    @Test
    void without_the_last_reports_nothing_is_published() throws IOException {
        nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);
        nightfill.disk.remove(OUTPUT.resolve("2026-11-21"));

        refused(() -> publishing.publish(PUBLISHED));

        assertThat(nightfill.disk.exists(PUBLISHED)).isFalse();
    }

    @Test
    void a_directory_that_is_not_mounted_may_come_back_and_is_owed() throws IOException {
        Run friday = nightfill.finish(FRIDAY);
        nightfill.disk.write(PUBLISHED, "a file in its place");

        assertThat(failed(() -> publishing.publish(PUBLISHED))).hasMessageContaining(PUBLISHED.toString());
        assertThat(nightfill.publications.owed()).containsExactly(PUBLISHED);

        nightfill.disk.remove(PUBLISHED);
        assertThat(publishing.publish(PUBLISHED).added()).containsExactly(friday);
        assertThat(nightfill.publications.owed()).isEmpty();
    }

    @Test
    void a_directory_that_cannot_be_looked_into_is_owed_too() {
        nightfill.finish(FRIDAY);
        nightfill.disk.breakDown(PUBLISHED);

        failed(() -> publishing.publish(PUBLISHED));

        assertThat(nightfill.publications.owed()).containsExactly(PUBLISHED);
    }

    @Test
    void a_publication_that_fails_midway_is_owed_and_the_next_one_completes_it() {
        Run friday = nightfill.finish(FRIDAY);
        nightfill.disk.breakDown(PUBLISHED.resolve("2026-11-20/run-1/stock.csv"));

        Problem problem = failed(() -> publishing.publish(PUBLISHED));

        assertThat(problem.what()).isEqualTo("disk gone");
        assertThat(nightfill.publications.owed()).containsExactly(PUBLISHED);
        assertThat(nightfill.publications.published(PUBLISHED)).isEmpty();
        assertThat(nightfill.disk.isFile(PUBLISHED.resolve("2026-11-20/run-1/MANIFEST.sha256")))
                .isFalse();
        nightfill.disk.mend();
        assertThat(publishing.publish(PUBLISHED).added()).containsExactly(friday);
        assertThat(texts(PUBLISHED)).isEqualTo(texts(OUTPUT));
    }

    @Test
    void an_output_that_cannot_be_read_is_a_failure_that_may_pass() {
        nightfill.finish(FRIDAY);
        nightfill.disk.breakDown(OUTPUT);

        failed(() -> publishing.publish(PUBLISHED));
    }

    @Test
    void while_another_sync_is_at_work_on_the_directory_it_is_busy_and_owed() throws IOException {
        nightfill.finish(FRIDAY);
        try (DestinationLock lock = publishing.files.lock(InMemoryPublishing.routeTo(PUBLISHED), new StopToken())) {
            busy(() -> publishing.publish(PUBLISHED));
            assertThat(lock).isNotNull();
        }
        assertThat(nightfill.publications.owed()).containsExactly(PUBLISHED);
    }

    @Test
    void a_publication_that_is_stopped_is_owed() {
        nightfill.finish(FRIDAY);
        StopToken stop = new StopToken();
        stop.stop();

        failed(() -> publishing.publishRuns.publish(OUTPUT, PUBLISHED, stop));

        assertThat(nightfill.publications.owed()).containsExactly(PUBLISHED);
    }

    @Test
    void people_are_shown_how_far_it_is() {
        refused(() -> publishing.publish(PUBLISHED));
        nightfill.finish(FRIDAY);
        publishing.publish(PUBLISHED);

        assertThat(publishing.progress.events())
                .startsWith("begin publish", "leave publish", "begin publish", "publish phase 1 of 12")
                .endsWith("publish phase 12 of 12", "end publish", "leave publish");
    }

    private Map<String, String> texts(Path directory) {
        Map<String, String> texts = new TreeMap<>();
        nightfill
                .disk
                .below(directory)
                .forEach(file -> texts.put(directory.relativize(file).toString(), nightfill.disk.text(file)));
        return texts;
    }
}
