package nightfill.application.verify;

import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.usage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import nightfill.harness.InMemoryDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyDirectoryTest {

    private static final Path PLACE = Path.of("/mnt/reports");
    private static final String ONE = "2026-11-20/run-1";
    private static final String TWO = "2026-11-21/run-1";
    private static final String TWO_CORRECTED = "2026-11-21/run-2";
    private static final String THREE = "2026-11-22/run-1";

    private final InMemoryDisk disk = new InMemoryDisk();
    private final RunsOnDisk runs = new RunsOnDisk(disk, PLACE);
    private final VerifyDirectory verifyDirectory = new VerifyDirectory(new InMemoryFileTree(disk), runs);

    @BeforeEach
    void publish() {
        disk.write(PLACE.resolve(".nightfill-database"), "one\n");
        runs.add(ONE, null, null);
        runs.add(TWO, ONE, null);
        runs.add(TWO_CORRECTED, ONE, TWO);
        runs.add(THREE, TWO_CORRECTED, null);
    }

    @Test
    void runs_that_are_whole_and_form_a_chain_are_counted() {
        Verdict verdict = verify(PLACE);

        assertWhole(verdict);
        assertThat(verdict.manifests()).isEqualTo(4);
        assertThat(verdict.runs()).isEqualTo(4);
        assertThat(verdict.files()).isEqualTo(8);
        assertThat(verdict.bytes()).isEqualTo(bytes());
        assertThat(verdict.notes()).isEmpty();
    }

    @Test
    void a_single_run_is_verified_with_the_chain_behind_it() {
        Verdict verdict = verify(runs.at(THREE));

        assertWhole(verdict);
        assertThat(verdict.runs()).isEqualTo(1);
        assertThat(verdict.files()).isEqualTo(2);
        assertThat(verdict.notes()).isEmpty();
    }

    @Test
    void any_directory_with_a_manifest_is_verified_whatever_it_is() {
        disk.write(Path.of("/any/a/b.txt"), "b");
        new RunsOnDisk(disk, Path.of("/any")).seal("");

        Verdict verdict = verify(Path.of("/any"));

        assertWhole(verdict);
        assertThat(verdict.runs()).isZero();
        assertThat(verdict.files()).isEqualTo(1);
    }

    @Test
    void where_no_manifest_is_nothing_is_proved() {
        disk.makeDirectory(Path.of("/empty"));

        assertThat(isWhole(verify(Path.of("/empty")))).isFalse();
        assertThat(verify(Path.of("/empty")).faults()).isEmpty();
    }

    @Test
    void what_is_no_directory_is_wrong_usage() {
        usage(() -> verify(Path.of("/missing")));
        usage(() -> verify(runs.at(ONE).resolve("stock.csv")));
    }

    @Test
    void a_directory_that_cannot_be_listed_is_a_failure_that_may_pass() {
        disk.breakDown(PLACE);

        failed(() -> verify(PLACE));
    }

    @Test
    void a_missing_a_changed_and_an_unlisted_file_are_named() throws IOException {
        disk.remove(runs.at(ONE).resolve("stock.csv"));
        runs.write(TWO, "stock.csv", "altered");
        runs.write(THREE, "more.csv", "more");

        Verdict verdict = verify(PLACE);

        assertThat(verdict.faults())
                .containsExactly(
                        ONE + "/stock.csv: missing",
                        "%s/stock.csv: changed: listed with SHA-256 %s, now %s"
                                .formatted(TWO, InMemoryDisk.sha256("stock of " + TWO), InMemoryDisk.sha256("altered")),
                        "%s/more.csv: not listed in %s/MANIFEST.sha256".formatted(THREE, THREE));
        assertThat(verdict.files()).isEqualTo(6);
    }

    @Test
    void a_file_that_cannot_be_read_is_a_fault_with_its_reason() {
        disk.breakDown(runs.at(ONE).resolve("stock.csv"));

        assertThat(verify(PLACE).faults()).containsExactly(ONE + "/stock.csv: cannot be read: disk gone");
    }

    @Test
    void links_are_faults_and_never_followed() throws IOException {
        disk.remove(runs.at(ONE).resolve("stock.csv"));
        disk.makeOther(runs.at(ONE).resolve("stock.csv"), "link");

        assertThat(verify(PLACE).faults())
                .singleElement()
                .asString()
                .startsWith(ONE + "/stock.csv: is a link, which is not followed");
    }

    @Test
    void what_lies_behind_a_link_is_not_looked_at() {
        disk.write(Path.of("/any/a/b.txt"), "b");
        new RunsOnDisk(disk, Path.of("/any")).seal("");
        disk.write(Path.of("/other/MANIFEST.sha256"), disk.text(Path.of("/any/MANIFEST.sha256")));
        disk.makeOther(Path.of("/other/a"), "link");

        assertThat(verify(Path.of("/other")).faults()).contains("a/b.txt: lies behind a link, which is not followed");
    }

    @Test
    void a_manifest_that_is_missing_torn_or_no_file_is_a_fault() throws IOException {
        disk.remove(runs.at(ONE).resolve("MANIFEST.sha256"));
        disk.write(runs.at(TWO).resolve("MANIFEST.sha256"), InMemoryFileTree.NO_UTF_8);
        disk.remove(runs.at(THREE).resolve("MANIFEST.sha256"));
        disk.makeOther(runs.at(THREE).resolve("MANIFEST.sha256"), "link");

        assertThat(verify(PLACE).faults())
                .anyMatch(fault -> fault.startsWith(ONE + "/MANIFEST.sha256: missing"))
                .contains(TWO + "/MANIFEST.sha256: not UTF-8")
                .anyMatch(fault -> fault.startsWith(THREE + "/MANIFEST.sha256: is a link"));
    }

    @Test
    void a_manifest_that_cannot_be_read_or_understood_is_a_fault() {
        disk.breakDown(runs.at(ONE).resolve("MANIFEST.sha256"));
        runs.write(TWO, "MANIFEST.sha256", disk.text(runs.at(TWO).resolve("MANIFEST.sha256")) + "no hash\n");

        assertThat(verify(PLACE).faults())
                .contains(ONE + "/MANIFEST.sha256: cannot be read: disk gone")
                .anyMatch(fault -> fault.startsWith(TWO + "/MANIFEST.sha256: "));
    }

    @Test
    void an_altered_run_is_found_by_those_behind_it_though_its_manifest_was_altered_too() {
        runs.write(ONE, "stock.csv", "altered");
        runs.seal(ONE);

        Verdict verdict = verify(PLACE);

        assertThat(verdict.faults()).isNotEmpty().anyMatch(fault -> fault.startsWith(TWO));
        assertThat(verdict.faults()).anyMatch(fault -> fault.contains("stock.csv has another SHA-256"));
    }

    @Test
    void a_gap_in_the_chain_is_a_fault_among_all_runs_and_noted_of_a_single_one() throws IOException {
        disk.remove(PLACE.resolve("2026-11-20"));

        assertThat(isWhole(verify(PLACE))).isFalse();
        assertWhole(verify(runs.at(THREE)));
        assertThat(verify(runs.at(THREE)).notes())
                .isNotEmpty()
                .allMatch(note -> note.contains("not followed any further"));
    }

    @Test
    void a_single_run_is_not_whole_where_the_one_before_it_is_another() {
        runs.write(TWO_CORRECTED, "stock.csv", "altered");
        runs.seal(TWO_CORRECTED);

        assertThat(isWhole(verify(runs.at(THREE)))).isFalse();
    }

    @Test
    void the_chain_of_a_single_run_is_not_followed_through_an_altered_summary() {
        runs.write(TWO_CORRECTED, "summary.json", "run 2026-11-21 2");

        assertThat(verify(runs.at(THREE)).faults())
                .contains(TWO_CORRECTED + "/summary.json: not the one that the manifest lists; the chain ends there");
    }

    @Test
    void the_chain_of_a_directory_that_is_called_otherwise_is_not_followed() {
        RunsOnDisk elsewhere = new RunsOnDisk(disk, Path.of("/elsewhere"));
        elsewhere.write("copy", "summary.json", disk.text(runs.at(THREE).resolve("summary.json")));
        elsewhere.write("copy", "stock.csv", disk.text(runs.at(THREE).resolve("stock.csv")));
        elsewhere.seal("copy");

        assertWhole(verify(Path.of("/elsewhere/copy")));
        assertThat(verify(Path.of("/elsewhere/copy")).notes()).hasSize(1);
    }

    @Test
    void a_summary_that_is_none_is_a_fault() {
        runs.write(THREE, "summary.json", "no summary");
        runs.seal(THREE);

        assertThat(verify(PLACE).faults()).contains(THREE + "/summary.json: not the summary of a run");
        assertThat(verify(PLACE).runs()).isEqualTo(3);
    }

    @Test
    void a_run_in_the_place_of_another_is_a_fault() throws IOException {
        disk.move(runs.at(THREE), PLACE.resolve("2026-11-23/run-1"));

        assertThat(isWhole(verify(PLACE))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notes.txt",
                "2026-11-20/notes.txt",
                "other/file",
                "2026-11-20/run-01/stock.csv",
                "2026-13-01/run-1/a"
            })
    void what_belongs_to_no_run_is_a_fault(String path) {
        disk.write(PLACE.resolve(path), "text");

        assertThat(verify(PLACE).faults()).contains(path + ": belongs to no run");
    }

    @Test
    void a_date_without_runs_and_reports_that_were_begun_are_faults() {
        disk.makeDirectory(PLACE.resolve("2026-11-25"));
        disk.write(PLACE.resolve(".2026-11-24-run-1.0f/stock.csv"), "begun");

        assertThat(verify(PLACE).faults())
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("2026-11-25: "))
                .anyMatch(fault -> fault.startsWith(".2026-11-24-run-1.0f: "));
    }

    @Test
    void what_a_sync_has_not_put_in_its_place_yet_is_noted() {
        disk.write(PLACE.resolve(".nightfill-sync/lock"), "");

        assertWhole(verify(PLACE));
        assertThat(verify(PLACE).notes()).singleElement().asString().contains("sync");
    }

    private static void assertWhole(Verdict verdict) {
        assertThat(verdict.faults()).isEmpty();
        assertThat(isWhole(verdict)).isTrue();
    }

    private static boolean isWhole(Verdict verdict) {
        return verdict.manifests() > 0 && verdict.faults().isEmpty();
    }

    private Verdict verify(Path directory) {
        return verifyDirectory.verify(directory);
    }

    /** Of all files that manifests list. */
    private long bytes() {
        return disk.below(PLACE).stream()
                .filter(file -> !file.endsWith("MANIFEST.sha256") && !file.endsWith(".nightfill-database"))
                .mapToLong(file -> disk.text(file).length())
                .sum();
    }
}
