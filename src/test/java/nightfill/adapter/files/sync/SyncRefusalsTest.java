package nightfill.adapter.files.sync;

import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nightfill.application.problem.Problem;
import nightfill.application.sync.PreviewedSync;
import nightfill.application.sync.SyncLimits;
import nightfill.application.sync.SyncRecord;
import nightfill.application.sync.SyncRequest;
import nightfill.application.sync.SyncRoute;
import nightfill.domain.sync.SyncAction;
import nightfill.domain.words.Limit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sync that is refused changes nothing, neither in the two directories nor beside them. */
class SyncRefusalsTest {

    @TempDir
    Path root;

    private TwoDirectories two = new TwoDirectories(Path.of(""));

    @BeforeEach
    void lay() {
        two = new TwoDirectories(root);
    }

    @Test
    void a_source_that_is_missing_is_refused() {
        two.with("destination/a=1");

        assertRefused(two.request(SyncLimits.DEFAULT), two.source() + " is not a directory");
    }

    @Test
    void a_source_that_is_missing_makes_no_destination() {
        SyncRoute deep = new SyncRoute(two.source(), root.resolve("new/deep/destination"), Set.of());

        assertRefused(two.request(SyncLimits.DEFAULT).on(deep), "not a directory");
    }

    @Test
    void a_source_that_is_a_file_is_refused() {
        two.with("source=1", "destination/a=1");

        assertRefused(two.request(SyncLimits.DEFAULT), "not a directory");
    }

    @Test
    void a_source_without_a_file_is_refused_unless_it_is_allowed() throws IOException {
        two.with("destination/a=1");
        Files.createDirectories(two.source().resolve("empty"));
        Files.createSymbolicLink(two.source().resolve("link"), root);

        assertRefused(
                two.request(new SyncLimits(Limit.NONE, false)),
                "has no file",
                "mount or fill it",
                "ALLOW_EMPTY_SOURCE");

        two.sync(two.request(new SyncLimits(Limit.NONE, true)));
        assertThat(TwoDirectories.everythingIn(two.destination())).isEqualTo(Map.of("", "directory"));
    }

    @ParameterizedTest
    @CsvSource({
        "tree, tree",
        "tree, tree/below",
        "tree, tree/new/deep",
        "tree/below, tree",
        "tree, link",
        "link, tree/below",
        "tree, link/below",
        "tree/below, link",
        "tree, link/../tree/below"
    })
    void overlapping_directories_are_refused(String source, String destination) throws IOException {
        two.with("tree/below/a=1", "tree/b=2");
        Files.createSymbolicLink(root.resolve("link"), root.resolve("tree"));
        SyncRoute route = new SyncRoute(root.resolve(source), root.resolve(destination), Set.of());

        assertRefused(two.request(SyncLimits.DEFAULT).on(route), "overlap");
    }

    @Test
    void directories_whose_names_begin_alike_do_not_overlap() {
        two.with("tree/a=1", "tree-2/b=1");

        two.sync(two.request(SyncLimits.DEFAULT)
                .on(new SyncRoute(root.resolve("tree"), root.resolve("tree-2"), Set.of())));

        assertThat(TwoDirectories.filesIn(root.resolve("tree-2"))).isEqualTo(Map.of("a", "file 1"));
    }

    @Test
    void more_deletes_than_ordered_are_refused() {
        two.with("source/a=1", "destination/a=1", "destination/b=2", "destination/c=3");

        assertRefused(
                two.request(SyncLimits.DEFAULT),
                "2 of the 3 files",
                "the limit is 50 %; PREVIEW_SYNC, Then[next=RAISE_DELETE_LIMIT]");
        assertRefused(two.request(limit("1")), "the limit is 1;");
        assertRefused(two.request(limit("66%")), "66 %");

        assertThat(two.sync(two.request(limit("67%"))).counts().deleted()).isEqualTo(2);
    }

    @Test
    void half_of_the_files_may_be_deleted_by_default() {
        two.with("source/a=1", "destination/a=1", "destination/b=2");

        assertThat(two.sync(two.request(SyncLimits.DEFAULT)).counts().deleted()).isOne();
    }

    @Test
    void moves_replaced_files_and_manifests_do_not_count_as_deleted() {
        two.with("source/d/a=1", "source/d/b=new", "source/d/MANIFEST.sha256=m2")
                .with("destination/x=1", "destination/d/b=old", "destination/d/MANIFEST.sha256=m1");

        two.sync(two.request(limit("0")));

        assertThat(TwoDirectories.filesIn(two.destination())).isEqualTo(TwoDirectories.filesIn(two.source()));
    }

    @Test
    void a_guard_of_the_order_sees_all_and_may_refuse() {
        two.with("source/a=1", "source/b=2", "destination/a=1", "destination/c=2");
        List<PreviewedSync> seen = new ArrayList<>();

        assertRefused(
                two.request(SyncLimits.DEFAULT, preview -> {
                    seen.add(preview);
                    throw Problem.refused("not tonight");
                }),
                "not tonight");

        assertThat(seen.get(0).source().files()).containsOnlyKeys("a", "b");
        assertThat(seen.get(0).destination().files()).containsOnlyKeys("a", "c");
        assertThat(seen.get(0).plan()).containsExactly(new SyncAction.Move("c", "b"));
    }

    @Test
    void a_destination_that_is_a_file_or_lies_in_one_is_refused() {
        two.with("source/a=1", "destination=1");

        assertRefused(two.request(SyncLimits.DEFAULT), two.destination() + " is not a directory");
        assertRefused(
                two.request(SyncLimits.DEFAULT)
                        .on(new SyncRoute(two.source(), two.destination().resolve("below"), Set.of())),
                two.destination() + " is not a directory");
    }

    @Test
    void a_destination_that_is_a_link_to_nowhere_is_refused() throws IOException {
        two.with("source/a=1");
        Files.createSymbolicLink(two.destination(), root.resolve("nothing"));

        assertRefused(two.request(SyncLimits.DEFAULT), "leads nowhere");
    }

    @Test
    void a_dry_run_is_judged_alike_and_touches_nothing() {
        two.with("destination/a=1");
        SyncRequest request = two.request(SyncLimits.DEFAULT);

        assertRefused(
                new SyncRequest(request.route(), request.limits(), SyncRecord.CHAINED, List.of(), true),
                "not a directory");
    }

    private static SyncLimits limit(String text) {
        return new SyncLimits(Limit.parse(text).orElseThrow(), false);
    }

    private void assertRefused(SyncRequest request, String... told) {
        Map<String, String> before = TwoDirectories.everythingIn(root);

        assertThat(said(refused(() -> two.sync(request)))).contains(told);
        assertThat(TwoDirectories.everythingIn(root)).isEqualTo(before);
    }
}
