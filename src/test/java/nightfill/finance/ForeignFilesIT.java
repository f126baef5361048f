package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import nightfill.harness.Child;
import nightfill.harness.Ended;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs and systems leave among reports: a warning, never a fault, and never touched. */
class ForeignFilesIT extends InstalledNightfill {

    private static final String ONE = "2026-11-20/run-1/";

    /** In the newest run, in the directory of its date and on top; files, a directory and a link. */
    private static final List<String> LEFT = List.of(
            ONE + ".~lock.allocations.csv#",
            ONE + "~$x.xlsx",
            ONE + ".DS_Store",
            ONE + "._stock.csv",
            ONE + "Thumbs.db",
            ONE + "desktop.ini",
            ONE + ".nfs0000000012345678",
            ONE + "@eaDir/stock.csv@SynoEAStream",
            "2026-11-20/.DS_Store",
            ".DS_Store",
            "lost+found/#12");

    private Path published = root;

    @BeforeEach
    void publishANight() {
        published = root.resolve("published");
        nightfill.arriveMixed(FRIDAY);
        nightfill.arriveSmall(SATURDAY);
        nightfill.run(FRIDAY, "--publish", published.toString()).with(0);
    }

    @Test
    void in_a_publish_directory_they_hold_nothing_back() throws IOException {
        leaveIn(published);

        Ended night = nightfill.run(SATURDAY, "--publish", published.toString()).with(0);

        assertThat(night.out()).contains("published: 2026-11-21 run 1 in " + published);
        assertThat(night.err())
                .contains("warning: " + published.resolve(ONE + ".~lock.allocations.csv#") + " is no report");
        assertThat(published.resolve("2026-11-21/run-1/MANIFEST.sha256")).exists();
        assertStillIn(published);
        nightfill
                .nightfill("publish", published.toString(), "--prune", "--max-delete", "100%")
                .with(0);
        assertStillIn(published);
        assertThat(nightfill.nightfill("verify", published.toString()).with(0).err())
                .contains("warning: " + ONE + ".~lock.allocations.csv#: a program or a system left it");
        assertThat(nightfill
                        .nightfill("verify", published.resolve(ONE).toString())
                        .with(0)
                        .err())
                .contains("warning: Thumbs.db: a program or a system left it");
    }

    @Test
    void in_output_they_are_published_nowhere_and_no_audit_finds_fault_with_them() throws IOException {
        leaveIn(nightfill.reports(""));
        Path other = root.resolve("other");

        assertThat(nightfill.nightfill("publish", other.toString()).with(0).err())
                .contains("warning: " + nightfill.reports(ONE + ".~lock.allocations.csv#") + " is no report");
        assertThat(other.resolve(ONE)).isDirectoryNotContaining("glob:**/{.,~,@,T,de}*");
        Ended audit = nightfill.nightfill("audit").with(0);
        assertThat(audit.out()).contains(" checks, no fault");
        assertThat(audit.err()).contains("warning: " + nightfill.reports(ONE + ".DS_Store") + " is no report");
        nightfill.nightfill("replay", "--date", FRIDAY).with(0);
        nightfill.run(FRIDAY).with(0);
        nightfill.run(SATURDAY).with(0);
        nightfill.arriveMixed(SATURDAY);
        nightfill.run(SATURDAY, "--correction").with(0);
        assertStillIn(nightfill.reports(""));
    }

    /** As {@code lost+found}, which is root's. */
    @Test
    void nobody_has_to_be_let_into_them() throws Exception {
        Path closed = Files.createDirectory(published.resolve(ONE + ".Trash-0"));
        Files.setPosixFilePermissions(closed, Set.of());
        try (Child publish = nightfill.startPowerless("publish", published.toString())) {
            publish.await().with(0);
        }
        try (Child verify = nightfill.startPowerless("verify", published.toString())) {
            verify.await().with(0);
        }
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void reports_worked_out_again_are_alike_with_them_there() throws Exception {
        leaveIn(nightfill.reports(""));
        // as if killed between the rename and the commit
        execute("update run set state = 'ALLOCATING', manifest_sha256 = null");
        execute("delete from run_figures");
        execute("update batch_job_execution set status = 'FAILED', exit_code = 'FAILED'");
        execute("update batch_step_execution set status = 'FAILED', exit_code = 'FAILED'");

        assertThat(nightfill.run(FRIDAY).with(0).out()).contains("2026-11-20 run 1 is finished");
        assertStillIn(nightfill.reports(""));
    }

    @Test
    void what_is_no_such_thing_is_still_a_fault() throws IOException {
        Files.createFile(published.resolve(ONE + "allocations.csv~"));
        Files.createFile(nightfill.reports(ONE + "copy of allocations.csv"));

        assertThat(nightfill.nightfill("verify", published.toString()).with(8).out())
                .contains("allocations.csv~: not listed");
        assertThat(nightfill.nightfill("publish", published.toString()).with(3).error())
                .contains("copy of allocations.csv belongs to no run");
        assertThat(nightfill.nightfill("audit").with(8).out()).contains("copy of allocations.csv is not listed");
    }

    private static void leaveIn(Path reports) throws IOException {
        for (String path : LEFT) {
            Files.createDirectories(reports.resolve(path).resolveSibling(""));
            Files.writeString(reports.resolve(path), "left");
        }
        Files.createSymbolicLink(reports.resolve(ONE + ".#stock.csv"), Path.of("anna@shop-1.4711"));
    }

    private static void assertStillIn(Path reports) {
        assertThat(LEFT).allSatisfy(path -> assertThat(reports.resolve(path)).hasContent("left"));
        assertThat(reports.resolve(ONE + ".#stock.csv")).isSymbolicLink();
    }
}
