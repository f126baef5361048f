package nightfill.application.publish;

import static nightfill.application.problem.Problems.busy;
import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.refused;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static nightfill.harness.InMemoryNightfill.OUTPUT;
import static nightfill.harness.InMemoryNightfill.SATURDAY;
import static nightfill.harness.InMemoryPublishing.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.SyncFiles.DestinationLock;
import nightfill.domain.words.Limit;
import nightfill.harness.InMemoryNightfill;
import nightfill.harness.InMemoryPublishing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PruneDirectoryTest {

    private static final Path STRAY = PUBLISHED.resolve("stray.txt");

    private final InMemoryNightfill nightfill = new InMemoryNightfill();
    private final InMemoryPublishing publishing = new InMemoryPublishing(nightfill);

    @BeforeEach
    void publish() {
        nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);
        publishing.publish(PUBLISHED);
    }

    @Test
    void where_nothing_is_superfluous_nothing_is_done() {
        List<Path> before = nightfill.disk.below(Path.of("/"));

        assertThat(prune()).isEmpty();

        assertThat(nightfill.disk.below(Path.of("/"))).isEqualTo(before);
    }

    @Test
    void files_that_no_run_lists_are_deleted_and_told_wherever_they_lie() {
        Path inRun = PUBLISHED.resolve("2026-11-20/run-1/more.csv");
        nightfill.disk.write(STRAY, "stray");
        nightfill.disk.write(inRun, "stray");
        nightfill.disk.makeOther(PUBLISHED.resolve("link"), "link");

        assertThat(prune()).containsExactlyInAnyOrder("stray.txt", "2026-11-20/run-1/more.csv", "link");

        assertThat(nightfill.disk.exists(STRAY)).isFalse();
        assertThat(nightfill.disk.exists(inRun)).isFalse();
        assertThat(nightfill.disk.exists(PUBLISHED.resolve("link"))).isFalse();
        assertThat(names(PUBLISHED)).isEqualTo(names(OUTPUT));
        assertThat(prune()).isEmpty();
    }

    @Test
    void what_programs_and_systems_left_stays() {
        Path left = PUBLISHED.resolve("2026-11-20/run-1/.~lock.stock.csv#");
        nightfill.disk.write(left, "");
        List<Path> before = nightfill.disk.below(Path.of("/"));

        assertThat(prune()).isEmpty();

        assertThat(nightfill.disk.below(Path.of("/"))).isEqualTo(before);
    }

    @Test
    void a_run_that_does_not_stand_in_output_any_more_is_deleted() throws IOException {
        nightfill.disk.remove(OUTPUT.resolve("2026-11-20"));

        assertThat(prune()).isNotEmpty().allMatch(path -> path.startsWith("2026-11-20/run-1/"));

        assertThat(nightfill.disk.exists(PUBLISHED.resolve("2026-11-20"))).isFalse();
        assertThat(names(PUBLISHED)).isEqualTo(names(OUTPUT));
    }

    @Test
    void a_file_that_its_run_lists_stays_even_where_output_has_lost_it() throws IOException {
        nightfill.disk.remove(OUTPUT.resolve("2026-11-20/run-1/stock.csv"));

        assertThat(prune()).isEmpty();
    }

    @Test
    void what_stands_in_output_too_is_left_alone_whatever_it_is() {
        nightfill.disk.write(OUTPUT.resolve("stray.txt"), "stray");
        nightfill.disk.write(STRAY, "stray");

        assertThat(prune()).isEmpty();
    }

    @Test
    void no_more_is_deleted_than_is_allowed_of_all_that_is_there() {
        nightfill.disk.write(STRAY, "stray");
        nightfill.disk.write(PUBLISHED.resolve("stray2.txt"), "stray");
        int files = names(PUBLISHED).size();

        assertThat(refused(() -> publishing.prune(PUBLISHED, Limit.parse("1").orElseThrow())))
                .hasMessageContaining("2 of the %d files".formatted(files));
        assertThat(nightfill.disk.exists(STRAY)).isTrue();

        assertThat(publishing.prune(PUBLISHED, Limit.parse("2").orElseThrow())).hasSize(2);
    }

    @Test
    void a_directory_that_is_not_there_has_nothing_superfluous() {
        assertThat(publishing.prune(Path.of("/mnt/missing"), Limit.NONE)).isEmpty();
    }

    @Test
    void where_nothing_of_this_database_was_published_nothing_is_deleted() throws IOException {
        nightfill.disk.write(STRAY, "stray");
        nightfill.disk.write(PUBLISHED.resolve(".nightfill-database"), "secret\n");
        assertThat(refused(this::prune))
                .hasMessageContaining("it belongs to another database")
                .hasMessageNotContaining("secret");

        nightfill.disk.remove(PUBLISHED.resolve(".nightfill-database"));
        assertThat(refused(this::prune)).hasMessageContaining(".nightfill-database");

        assertThat(nightfill.disk.exists(STRAY)).isTrue();
    }

    @Test
    void beside_an_output_that_shows_an_unknown_run_nothing_is_deleted() {
        nightfill.disk.write(STRAY, "stray");
        nightfill.disk.write(OUTPUT.resolve("2026-11-22/run-1/MANIFEST.sha256"), "whose?");

        refused(this::prune);

        assertThat(nightfill.disk.exists(STRAY)).isTrue();
    }

    @Test
    void without_the_last_reports_or_with_an_altered_manifest_nothing_is_deleted() throws IOException {
        nightfill.disk.write(STRAY, "stray");
        nightfill.disk.write(OUTPUT.resolve("2026-11-20/run-1/MANIFEST.sha256"), "altered");
        refused(this::prune);

        nightfill.disk.remove(OUTPUT.resolve("2026-11-20"));
        nightfill.disk.remove(OUTPUT.resolve("2026-11-21"));
        refused(this::prune);

        assertThat(nightfill.disk.exists(STRAY)).isTrue();
    }

    @Test
    void a_manifest_in_output_that_no_longer_lists_a_file_does_not_make_that_superfluous() throws IOException {
        Path run = OUTPUT.resolve("2026-11-20/run-1");
        String stock = nightfill.disk.sha256(run.resolve("stock.csv"));
        String manifest = nightfill.disk.text(run.resolve("MANIFEST.sha256"));
        nightfill.disk.write(run.resolve("MANIFEST.sha256"), manifest.replace(stock + "  stock.csv\n", ""));
        nightfill.disk.remove(run.resolve("stock.csv"));

        refused(this::prune);

        assertThat(nightfill.disk.exists(PUBLISHED.resolve("2026-11-20/run-1/stock.csv")))
                .isTrue();
    }

    @Test
    void while_another_sync_is_at_work_on_the_directory_it_is_busy() throws IOException {
        nightfill.disk.write(STRAY, "stray");
        try (DestinationLock lock = publishing.files.lock(InMemoryPublishing.routeTo(PUBLISHED), new StopToken())) {
            busy(this::prune);
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void a_file_that_cannot_be_deleted_is_a_failure_and_the_rest_goes_next_time() {
        nightfill.disk.write(STRAY, "stray");
        nightfill.disk.write(PUBLISHED.resolve("aaa.txt"), "stray");
        nightfill.disk.breakDown(STRAY);

        failed(this::prune);

        nightfill.disk.mend();
        prune();
        assertThat(names(PUBLISHED)).isEqualTo(names(OUTPUT));
    }

    private List<String> prune() {
        return publishing.prune(PUBLISHED, Limit.NONE);
    }

    private List<String> names(Path directory) {
        return nightfill.disk.below(directory).stream()
                .map(file -> directory.relativize(file).toString())
                .toList();
    }
}
