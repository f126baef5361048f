package nightfill.application.publish;

import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nightfill.application.sync.GuardVerdict;
import nightfill.application.sync.PreviewedSync;
import nightfill.application.sync.SyncRoute;
import nightfill.application.sync.Tree;
import nightfill.domain.proof.Content;
import org.junit.jupiter.api.Test;

class AddsOnlyTest {

    private static final String ONE = "2026-11-20/run-1/";
    private static final String TWO = "2026-11-21/run-1/";
    private static final Map<String, String> BOTH = Map.of(
            ONE + "stock.csv",
            "s1",
            ONE + "MANIFEST.sha256",
            "m1",
            TWO + "stock.csv",
            "s2",
            TWO + "MANIFEST.sha256",
            "m2");

    private final TreeMap<String, String> output = new TreeMap<>(BOTH);
    private final TreeMap<String, String> published = new TreeMap<>();

    @Test
    void runs_are_added_to_an_empty_directory() {
        assertPassed();
    }

    @Test
    void runs_that_stand_are_left_alone_and_those_that_lack_their_manifest_completed() {
        published.put(ONE + "stock.csv", "s1");
        published.put(ONE + "MANIFEST.sha256", "m1");
        published.put(TWO + "stock.csv", "s2");
        assertPassed();
    }

    @Test
    void the_identity_goes_along() {
        output.put(".nightfill-database", "id");
        assertPassed();
        published.put(".nightfill-database", "id");
        assertPassed();
    }

    @Test
    void the_directory_of_another_database_is_refused() {
        output.put(".nightfill-database", "id");
        published.put(".nightfill-database", "other");
        assertRefused("/published has the reports of another database");
    }

    @Test
    void an_altered_file_is_refused_by_run_and_name() {
        published.put(ONE + "stock.csv", "other");
        assertRefused("/published/2026-11-20/run-1 differs", "stock.csv was altered");
    }

    @Test
    void an_altered_manifest_is_refused() {
        published.put(ONE + "MANIFEST.sha256", "other");
        assertRefused("MANIFEST.sha256 was altered");
    }

    @Test
    void a_missing_file_beside_a_manifest_is_refused() {
        published.put(ONE + "MANIFEST.sha256", "m1");
        assertRefused("/published/2026-11-20/run-1 differs", "stock.csv is missing");
    }

    @Test
    void a_further_file_is_refused() {
        published.put(ONE + "more.csv", "s1");
        assertRefused("/published/2026-11-20/run-1 differs", "more.csv does not belong there");
        published.clear();
        published.put("2026-11-20", "a file where a directory is to be");
        assertRefused("2026-11-20 does not belong there");
    }

    @Test
    void several_differences_are_counted() {
        published.put(ONE + "more.csv", "s1");
        published.put(ONE + "stock.csv", "other");
        assertRefused("more.csv does not belong there", "; 2 faults in all;");
    }

    @Test
    void altered_reports_are_never_published() {
        output.put(ONE + "stock.csv", "other");
        assertRefused(
                "/output/2026-11-20/run-1/stock.csv is missing or was altered; put back the file with SHA-256 s1");
        output.remove(ONE + "stock.csv");
        assertRefused("/output/2026-11-20/run-1/stock.csv is missing or was altered");
        output.putAll(BOTH);
        output.put(ONE + "more.csv", "s1");
        assertRefused("/output/2026-11-20/run-1/more.csv belongs to no run");
    }

    private void assertPassed() {
        assertThat(judge()).isEqualTo(new GuardVerdict("adds-only", "no run is changed"));
    }

    private void assertRefused(String... told) {
        assertThat(said(refused(this::judge))).contains(told);
    }

    private GuardVerdict judge() {
        SyncRoute route = new SyncRoute(Path.of("/output"), Path.of("/published"), Set.of());
        return new AddsOnly(new TreeMap<>(BOTH))
                .judge(new PreviewedSync(route, tree(output), tree(published), List.of()));
    }

    private static Tree tree(Map<String, String> hashes) {
        Map<String, Content> files = new TreeMap<>();
        hashes.forEach((path, hash) -> files.put(path, new Content(hash, 1)));
        return new Tree(files, Set.of(), List.of(), List.of());
    }
}
