package nightfill.application.sync;

import static nightfill.application.problem.Problems.busy;
import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.usage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import nightfill.application.problem.Problem;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.SyncFiles.DestinationLock;
import nightfill.application.sync.SyncManifest.Step;
import nightfill.domain.run.RunName;
import nightfill.domain.sync.SyncAction;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Delete;
import nightfill.domain.sync.SyncAction.Move;
import nightfill.domain.words.Limit;
import nightfill.harness.InMemoryDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SynchronizeTest {

    private static final Path SOURCE = Path.of("/srv/source");
    private static final Path DESTINATION = Path.of("/srv/destination");
    private static final Path HOME = Path.of("/home/nightfill");
    private static final SyncLimits NO_LIMITS = new SyncLimits(Limit.NONE, true);

    private final InMemoryDisk disk = new InMemoryDisk();
    private final InMemorySyncFiles files = new InMemorySyncFiles(disk);
    private final InMemorySyncManifests manifests = new InMemorySyncManifests(disk, HOME);
    private final Synchronize synchronize = new Synchronize(files, manifests);
    private final StopToken stop = new StopToken();

    @Test
    void the_destination_is_equal_afterwards_and_all_that_was_done_is_told() {
        with("source/a=1", "source/b=22", "source/same=s", "destination/x=1", "destination/same=s", "destination/z=g");
        disk.makeOther(SOURCE.resolve("link"), "link");

        SyncOutcome outcome = sync(NO_LIMITS);

        assertThat(texts(DESTINATION)).isEqualTo(texts(SOURCE));
        assertThat(outcome.counts()).isEqualTo(new SyncCounts(1, 1, 1, 1, 1, 2));
        assertThat(outcome.actions())
                .containsExactly(new Move("x", "a"), new Copy("b", InMemoryDisk.sha256("22")), new Delete("z"));
        assertThat(outcome.skipped()).containsExactly(new Tree.Skipped("link", "link"));
        assertThat(disk.isFile(Objects.requireNonNull(outcome.manifest()))).isTrue();
    }

    @Test
    void the_manifest_tells_steps_guards_and_what_was_skipped() {
        with("source/a=1", "source/b=22", "destination/x=1");
        RunName run = new RunName(LocalDate.of(2026, 11, 20), 2);

        synchronize.sync(request(NO_LIMITS, SyncRecord.of(run), false, passing("own")), stop);

        SyncManifest manifest = manifests.last();
        assertThat(manifest.run()).isEqualTo(run);
        assertThat(manifest.failure()).isNull();
        assertThat(manifest.work().steps())
                .containsExactly(
                        new Step(new Move("x", "a"), 0), new Step(new Copy("b", InMemoryDisk.sha256("22")), 2));
        assertThat(manifest.guards())
                .extracting(GuardVerdict::name)
                .containsExactly("apart", "source", "own", "max-delete");
    }

    @Test
    void a_second_sync_has_nothing_to_do() {
        with("source/a=1");
        sync(NO_LIMITS);

        SyncOutcome again = sync(NO_LIMITS);

        assertThat(again.actions()).isEmpty();
        assertThat(again.counts()).isEqualTo(new SyncCounts(0, 0, 0, 1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/source", "/srv/source/below", "/srv", "/srv/elsewhere/../source"})
    void directories_that_overlap_are_refused_without_a_trace(String destination) {
        with("source/a=1");

        refused(() ->
                synchronize.sync(request(NO_LIMITS).on(new SyncRoute(SOURCE, Path.of(destination), Set.of())), stop));

        assertNoTrace("/srv/source/a");
    }

    @Test
    void a_source_that_is_not_there_was_not_mounted_and_is_refused_without_a_trace() {
        with("destination/a=1");

        assertThat(refused(() -> sync(NO_LIMITS))).hasMessageContaining("/srv/source is not a directory");

        assertNoTrace("/srv/destination/a");
    }

    @Test
    void an_empty_source_is_refused_unless_it_is_empty_on_purpose() {
        disk.makeDirectory(SOURCE);
        with("destination/a=1");

        refused(() -> sync(new SyncLimits(Limit.NONE, false)));
        assertNoTrace("/srv/destination/a");

        sync(NO_LIMITS);
        assertThat(disk.below(DESTINATION)).isEmpty();
    }

    @Test
    void a_destination_that_was_made_for_a_refused_sync_is_gone_again() {
        disk.makeDirectory(SOURCE);

        refused(() -> sync(SyncLimits.DEFAULT));

        assertThat(disk.exists(DESTINATION)).isFalse();
    }

    @Test
    void more_deletes_than_are_allowed_are_refused_without_a_trace() {
        with("source/a=1", "destination/a=1", "destination/b=2", "destination/c=3");

        assertThat(refused(() -> sync(SyncLimits.DEFAULT))).hasMessageContaining("2 of the 3 files");
        assertNoTrace("/srv/destination/a", "/srv/destination/b", "/srv/destination/c", "/srv/source/a");

        sync(new SyncLimits(Limit.parse("2").orElseThrow(), false));
        assertThat(texts(DESTINATION)).containsOnlyKeys("a");
    }

    @Test
    void a_guard_of_the_request_is_asked_before_the_limit_and_sees_the_plan() {
        with("source/a=1", "destination/b=2", "destination/c=3");
        List<SyncAction> seen = new ArrayList<>();
        SyncGuard guard = preview -> {
            seen.addAll(preview.plan());
            assertThat(preview.source().files()).containsOnlyKeys("a");
            assertThat(preview.destination().files()).containsOnlyKeys("b", "c");
            throw Problem.refused("not tonight");
        };

        assertThat(refused(() -> synchronize.sync(request(SyncLimits.DEFAULT, SyncRecord.CHAINED, false, guard), stop)))
                .hasMessage("not tonight");

        assertThat(seen).hasSize(3);
        assertNoTrace("/srv/destination/b", "/srv/destination/c", "/srv/source/a");
    }

    @Test
    void a_guard_that_fails_is_the_last_that_is_asked() {
        with("source/a=1");
        SyncGuard first = preview -> {
            throw Problem.refused("no");
        };
        SyncGuard second = preview -> {
            throw new AssertionError("asked in vain");
        };

        refused(() -> synchronize.sync(request(NO_LIMITS, SyncRecord.CHAINED, false, first, second), stop));
    }

    @Test
    void a_dry_run_tells_the_plan_and_touches_nothing() throws IOException {
        with("source/a=1", "destination/b=2");
        try (DestinationLock lock = files.lock(request(NO_LIMITS).route(), stop)) {
            SyncOutcome outcome = synchronize.sync(request(NO_LIMITS, SyncRecord.CHAINED, true), stop);

            assertThat(outcome.actions()).hasSize(2);
            assertThat(outcome.manifest()).isNull();
            assertThat(lock).isNotNull();
        }
        assertNoTrace("/srv/destination/b", "/srv/source/a");
    }

    @Test
    void a_dry_run_that_may_not_begin_is_refused_like_any_other() {
        with("source/a=1", "destination/a=1", "destination/b=2", "destination/c=3");

        refused(() -> synchronize.sync(request(SyncLimits.DEFAULT, SyncRecord.CHAINED, true), stop));
    }

    @Test
    void a_dry_run_writes_its_plan_to_a_file_that_is_named() {
        with("source/a=1", "destination/b=2");
        Path file = Path.of("/srv/plan.json");

        SyncOutcome outcome = synchronize.sync(request(NO_LIMITS, SyncRecord.in(file), true), stop);

        assertThat(outcome.manifest()).isEqualTo(file);
        assertThat(manifests.last().work().steps()).hasSize(2);
        assertThat(texts(DESTINATION)).containsOnlyKeys("b");
    }

    @Test
    void while_another_sync_is_at_work_on_the_destination_it_is_busy() throws IOException {
        with("source/a=1");
        try (DestinationLock lock = files.lock(request(NO_LIMITS).route(), stop)) {
            busy(() -> sync(NO_LIMITS));
            assertThat(lock).isNotNull();
        }

        assertThat(manifests.written()).isEmpty();
        sync(NO_LIMITS);
        assertThat(texts(DESTINATION)).containsOnlyKeys("a");
    }

    @Test
    void a_manifest_that_would_be_part_of_the_sync_is_wrong_usage() {
        with("source/a=1");

        usage(() ->
                synchronize.sync(request(NO_LIMITS, SyncRecord.in(DESTINATION.resolve("manifest.json")), false), stop));

        assertNoTrace("/srv/source/a");
    }

    @Test
    void where_no_manifest_can_be_kept_nothing_is_changed() {
        with("source/a=1", "destination/b=2");
        disk.breakDown(HOME);

        failed(() -> sync(NO_LIMITS));

        assertThat(texts(DESTINATION)).containsOnlyKeys("b");
    }

    @Test
    void a_sync_that_fails_midway_records_what_it_did_and_the_next_one_goes_on() {
        with("source/a=1", "source/b=22", "destination/x=1", "destination/z=g");
        disk.breakDown(DESTINATION.resolve("b"));

        assertThat(failed(() -> sync(NO_LIMITS)))
                .hasMessageContaining("disk gone")
                .hasMessageContaining("/srv/source");

        assertThat(texts(DESTINATION)).containsOnlyKeys("a", "z");
        assertThat(manifests.last().work().steps()).containsExactly(new Step(new Move("x", "a"), 0));
        assertThat(manifests.last().failure()).contains("disk gone");
        disk.mend();
        assertThat(sync(NO_LIMITS).counts()).isEqualTo(new SyncCounts(1, 0, 1, 1, 0, 2));
        assertThat(texts(DESTINATION)).isEqualTo(texts(SOURCE));
    }

    @Test
    void a_failure_that_cannot_be_recorded_is_told_all_the_same() {
        with("source/b=22");
        disk.breakDown(DESTINATION.resolve("b"));
        SyncManifests full = new Full(manifests);

        Problem problem = failed(() -> new Synchronize(files, full).sync(request(NO_LIMITS), stop));

        assertThat(problem).hasMessageContaining("disk gone");
        assertThat(problem.getSuppressed()).singleElement().asString().contains("disk full");
    }

    @Test
    void a_sync_that_cannot_be_recorded_fails_although_its_files_are_equal() {
        with("source/a=1");

        failed(() -> new Synchronize(files, new Full(manifests)).sync(request(NO_LIMITS), stop));

        assertThat(texts(DESTINATION)).isEqualTo(texts(SOURCE));
    }

    @Test
    void a_file_that_cannot_be_read_is_a_failure_that_may_pass() {
        with("source/a=1", "destination/b=2");
        disk.breakDown(SOURCE.resolve("a"));

        failed(() -> sync(NO_LIMITS));

        assertNoTrace("/srv/destination/b", "/srv/source/a");
        disk.mend();
        sync(NO_LIMITS);
        assertThat(texts(DESTINATION)).containsOnlyKeys("a");
    }

    @Test
    void a_sync_that_is_stopped_changes_nothing() {
        with("source/a=1", "destination/b=2");
        stop.stop();

        assertThat(failed(() -> sync(NO_LIMITS))).hasMessageContaining("stopped");

        assertThat(texts(DESTINATION)).containsOnlyKeys("b");
    }

    /** Keeps nothing, but finds that out when it is too late. */
    private record Full(SyncManifests manifests) implements SyncManifests {

        @Override
        public void requirePlace(SyncRequest request) throws IOException {
            manifests.requirePlace(request);
        }

        @Override
        public void prepare(SyncRequest request) throws IOException {
            manifests.prepare(request);
        }

        @Override
        public Path write(SyncRequest request, SyncManifest manifest) throws IOException {
            throw new IOException("disk full");
        }
    }

    private void with(String... all) {
        for (String file : all) {
            String[] parts = file.split("=", 2);
            disk.write(Path.of("/srv").resolve(parts[0]), parts[1]);
        }
    }

    private SyncOutcome sync(SyncLimits limits) {
        return synchronize.sync(request(limits), stop);
    }

    private static SyncRequest request(SyncLimits limits) {
        return request(limits, SyncRecord.CHAINED, false);
    }

    private static SyncRequest request(SyncLimits limits, SyncRecord record, boolean dryRun, SyncGuard... guards) {
        return new SyncRequest(
                new SyncRoute(SOURCE, DESTINATION, Set.of()), limits, record, Arrays.asList(guards), dryRun);
    }

    private static SyncGuard passing(String name) {
        return preview -> new GuardVerdict(name, "well");
    }

    private Map<String, String> texts(Path directory) {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : disk.below(directory)) {
            texts.put(directory.relativize(file).toString(), disk.text(file));
        }
        return texts;
    }

    /** No other file is anywhere, nor was a sync recorded. */
    private void assertNoTrace(String... standing) {
        assertThat(disk.below(Path.of("/"))).extracting(Path::toString).containsExactlyInAnyOrder(standing);
        assertThat(manifests.written()).isEmpty();
    }
}
