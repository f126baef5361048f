package nightfill.adapter.files.sync;

import static nightfill.application.problem.Problems.said;
import static nightfill.application.problem.Problems.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Entry;
import nightfill.application.problem.Problem;
import nightfill.application.sync.SyncLimits;
import nightfill.application.sync.SyncRecord;
import nightfill.application.sync.SyncRequest;
import nightfill.application.sync.SyncRoute;
import nightfill.domain.proof.Content;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FilesystemSyncManifestsTest {

    @TempDir
    Path root;

    private TwoDirectories two = new TwoDirectories(Path.of(""));

    @BeforeEach
    void lay() {
        two = new TwoDirectories(root);
    }

    @Test
    void tells_every_action_in_order_and_all_that_was_found() throws IOException {
        two.with("source/a=1", "source/b=22", "source/same=s")
                .with("destination/x=1", "destination/same=s", "destination/gone=g");
        Files.createSymbolicLink(two.source().resolve("link"), root);

        String manifest =
                Files.readString(manifest(request(SyncRecord.of(new RunName(LocalDate.of(2026, 11, 20), 2)), false)));

        assertThat(manifest).isEqualToNormalizingPunctuationAndWhitespace("""
                {"date": "2026-11-20", "run": 2, "source": "%s", "destination": "%s", "previous": null,
                 "counts": {"copied": 1, "moved": 1, "deleted": 1, "unchanged": 1, "skipped": 1, "bytes": 2},
                 "guards": [
                  {"name": "apart", "passed": true, "told": "neither directory lies in the other"},
                  {"name": "source", "passed": true, "told": "3 files"},
                  {"name": "max-delete", "passed": true,
                   "told": "1 of the 3 files in %s would be deleted, the limit is 50 %%"}],
                 "skipped": [{"path": "link", "reason": "link"}],
                 "actions": [
                  {"op": "MOVE", "from": "x", "path": "a"},
                  {"op": "COPY", "path": "b",
                   "sha256": "785f3ec7eb32f30b90cd0fcf3657d388b5ff4297f2f9716ff66e9b69c05ddd09", "bytes": 2},
                  {"op": "DELETE", "path": "gone"}],
                 "failure": null}
                """.formatted(
                        two.source(), two.destination(), two.destination()));
    }

    @Test
    void each_carries_the_hash_of_the_one_before_it() throws IOException {
        two.with("source/a=1");
        Path first = manifest(request(SyncRecord.CHAINED, false));
        Path second = manifest(request(SyncRecord.CHAINED, false));
        manifest(request(SyncRecord.in(root.resolve("aside.json")), false));
        Path third = manifest(request(SyncRecord.CHAINED, false));

        assertThat(first).hasFileName("00000001.json").hasParent(second.resolveSibling(""));
        assertThat(read(first).at("/previous").isNull()).isTrue();
        assertThat(read(second).at("/previous").stringValue()).isEqualTo(ContentReader.sha256(first));
        assertThat(third).hasFileName("00000003.json");
        assertThat(read(third).at("/previous").stringValue()).isEqualTo(ContentReader.sha256(second));
        assertThat(read(root.resolve("aside.json")).at("/previous").isNull()).isTrue();
    }

    @Test
    void each_destination_has_a_chain_of_its_own_by_whatever_path_it_is_reached() throws IOException {
        two.with("source/a=1", "destination/a=1", "destinatio/n/a=1");
        Files.createSymbolicLink(root.resolve("link"), two.destination());

        Path one = manifest(to("destination"));
        Path other = manifest(to("destinatio/n"));
        Path same = manifest(to("link"));

        assertThat(other.resolveSibling("")).isNotEqualTo(one.resolveSibling(""));
        assertThat(same).hasFileName("00000002.json").hasParent(one.resolveSibling(""));
    }

    @Test
    void a_sync_that_fails_midway_tells_what_it_did_and_why_it_ended() throws IOException {
        two.with("source/a=1", "source/b=22", "destination/x=1", "destination/gone=g");
        two.through(new FileOperations() {
            @Override
            public Content copy(ContentReader reader, Entry source, Entry target) throws IOException {
                throw new IOException("disk full");
            }
        });

        assertThatThrownBy(() -> two.sync()).hasMessageContaining("disk full");

        Path manifest = manifests().get(0);
        assertThat(read(manifest).at("/actions")).hasSize(1);
        assertThat(read(manifest).at("/actions/0/op").stringValue()).isEqualTo("MOVE");
        assertThat(read(manifest).at("/counts/deleted").intValue()).isZero();
        assertThat(read(manifest).at("/failure").stringValue()).contains("disk full");
    }

    @Test
    void a_dry_run_writes_only_to_a_file_that_is_named() throws IOException {
        two.with("source/a=1", "destination/b=2", "destination/c=1");
        Map<String, String> before = TwoDirectories.everythingIn(root);

        assertThat(two.sync(request(SyncRecord.CHAINED, true)).manifest()).isNull();
        assertThat(TwoDirectories.everythingIn(root)).isEqualTo(before);

        Path file = manifest(request(SyncRecord.in(root.resolve("plan.json")), true));
        assertThat(read(file).at("/actions")).hasSize(2);
        Files.delete(file);
        assertThat(TwoDirectories.everythingIn(root)).isEqualTo(before);
    }

    @Test
    void a_refused_sync_writes_none() {
        two.with("destination/b=2");

        assertThatThrownBy(() -> two.sync(request(SyncRecord.in(root.resolve("record.json")), false)))
                .isInstanceOf(Problem.class);
        assertThat(root).isDirectoryNotContaining("glob:**.json");
        assertThat(two.home()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source/record.json",
                "source/a",
                "destination/record.json",
                "destination/new/record.json",
                "link/record.json",
                "link/../source/record.json",
                "missing/record.json",
                "source",
                "home"
            })
    void a_file_in_the_sync_or_where_none_can_be_is_wrong_usage(String file) throws IOException {
        two.with("source/a=1", "destination/b=2", "home/x=1");
        Files.createSymbolicLink(root.resolve("link"), two.destination());
        Map<String, String> before = TwoDirectories.everythingIn(root);

        assertUsage(request(SyncRecord.in(root.resolve(file)), false), "manifest");
        assertUsage(request(SyncRecord.in(root.resolve(file)), true), "manifest");
        assertThat(TwoDirectories.everythingIn(root)).isEqualTo(before);
    }

    @Test
    void a_home_within_the_sync_cannot_keep_its_record() {
        two.with("source/a=1", "home/b=2");

        assertUsage(to("home"), "; NAME_MANIFEST");
    }

    @Test
    void what_a_killed_write_left_beside_a_manifest_does_no_harm() throws IOException {
        two.with("source/a=1");
        Path first = manifest(request(SyncRecord.CHAINED, false));
        Files.writeString(first.resolveSibling(".00000002.json.5f0c3b9e-7d1a-4a53-9c2b-0d4f6a8e1b27"), "{\"da");

        assertThat(manifest(request(SyncRecord.CHAINED, false))).hasFileName("00000002.json");
        assertThat(manifests()).hasSize(2);
    }

    private void assertUsage(SyncRequest request, String told) {
        assertThat(said(usage(() -> two.sync(request)))).contains(told);
    }

    private SyncRequest request(SyncRecord record, boolean dryRun) {
        return new SyncRequest(two.route(), SyncLimits.DEFAULT, record, List.of(), dryRun);
    }

    private SyncRequest to(String destination) {
        return two.request(SyncLimits.DEFAULT).on(new SyncRoute(two.source(), root.resolve(destination), Set.of()));
    }

    private Path manifest(SyncRequest request) {
        @Nullable Path manifest = two.sync(request).manifest();
        return Objects.requireNonNull(manifest);
    }

    private List<Path> manifests() {
        return TwoDirectories.filesIn(two.home()).keySet().stream()
                .map(two.home()::resolve)
                .toList();
    }

    private static JsonNode read(Path manifest) {
        return new JsonMapper().readTree(manifest.toFile());
    }
}
