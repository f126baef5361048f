package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.harness.Ended;
import nightfill.harness.HeldTable;
import nightfill.harness.Installation;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.Test;

/** What an audit tells of data and reports, and what it keeps from being published. */
class AuditIT extends InstalledNightfill {

    private static final String SOUND = "44 checks, no fault\n";

    @Test
    void books_without_a_fault_pass_before_and_after_nights() {
        assertThat(audit(0)).isEqualTo(SOUND);
        nightfill.arriveMixed(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.arriveMixed(SATURDAY);
        nightfill.run(SATURDAY).with(0);
        nightfill.arriveSmall(SATURDAY);
        nightfill.run(SATURDAY, "--correction").with(0);

        assertThat(audit(0)).isEqualTo(SOUND);
    }

    @Test
    void a_night_under_way_is_no_fault() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.arrive(SATURDAY, "batches.csv", BATCHES, "B20261120,CHAIR,2,", "D1,CHAIR,200,");
        nightfill.arrive(SATURDAY, "order_lines.csv", LINES, "S1,1,DESK,1");
        nightfill.arrive(SATURDAY, "cancellations.csv", LINES, "O20261120,2,TABLE,1");
        try (HeldTable held = HeldTable.of(database, "report")) {
            CompletableFuture<Ended> night = CompletableFuture.supplyAsync(() -> nightfill.run(SATURDAY));
            held.awaitNight();

            assertThat(audit(0)).isEqualTo(SOUND);

            held.release();
            night.get(1, TimeUnit.MINUTES).with(0);
        }
        assertThat(audit(0)).isEqualTo(SOUND);
    }

    @Test
    void a_stopped_correction_is_no_fault() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "S1,1,DESK,1");
        stopInAllocation(FRIDAY, "--correction");

        assertThat(audit(0)).isEqualTo(SOUND);
    }

    /** What is sent off on the day on which it is ordered waits until its run has allocated. */
    @Test
    void a_night_that_is_stopped_while_dispatches_wait_is_no_fault() throws Exception {
        nightfill.arriveMixed(SATURDAY);
        nightfill.arrive(SATURDAY, "dispatches.csv", LINES, "O20261121,1,CHAIR,3");
        stopInAllocation(SATURDAY);

        assertThat(audit(0)).isEqualTo(SOUND);
    }

    @Test
    void data_that_the_reports_do_not_tell_are_named() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        nightfill.run(FRIDAY).with(0);

        execute("update batch_value set eta = '2026-12-02' where eta is not null");
        assertThat(audit(8)).isEqualTo("""
                        fault: stock.csv shows what batches have after the last run: %s: row 2 is C20261120,CHAIR,5,2026-12-01,0,0,5, the data show C20261120,CHAIR,5,2026-12-02,0,0,5
                        """.formatted(report("stock.csv")));
        execute("update batch_value set eta = '2026-12-01' where eta is not null");

        execute("update line set order_id = 'ELSE' where order_id = 'P20261120'");
        assertThat(audit(8))
                .contains("unallocated.csv shows what is open", "row 2 is P20261120,1,CHAIR,100", "ELSE,1,CHAIR,100");
    }

    @Test
    void many_faults_of_a_kind_are_counted() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arrive(
                FRIDAY, "order_lines.csv", LINES, "A,,X,1", "B,,X,1", "C,,X,1", "D,,X,1", "E,,X,1", "F,,X,1", "G,,X,1");
        nightfill.run(FRIDAY).with(0);
        execute("update decided set reasons = array_fill('SHORT'::shortage_reason, array[cardinality(reasons)])");

        assertThat(audit(8))
                .contains(
                        "fault: UNKNOWN_SKU is the reason where no batch of the SKU is known, and there alone: and 2 more\n")
                .contains("order A (1 of X)", "order E (1 of X)")
                .doesNotContain("order F (1 of X)");
    }

    @Test
    void reports_that_were_touched_are_named() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.arriveMixed(SATURDAY);
        nightfill.run(SATURDAY).with(0);

        Files.writeString(nightfill.reports("2026-11-20/run-1/allocations.csv"), "altered");
        Files.delete(nightfill.reports("2026-11-20/run-1/rejects.csv"));
        Files.writeString(nightfill.reports("2026-11-20/run-1/notes.txt"), "added");
        assertThat(audit(8))
                .contains("every report is as its manifest lists it: " + nightfill.reports("2026-11-20/run-1"))
                .contains(": allocations.csv was altered\n", ": rejects.csv is missing\n")
                .contains(": notes.txt is not listed in the manifest\n");

        Path manifest = nightfill.reports("2026-11-20/run-1/MANIFEST.sha256");
        Files.writeString(manifest, Files.readString(manifest) + "\n");
        assertThat(audit(8)).contains("run-1: MANIFEST.sha256 is not the one that the database knows\n");

        TestNightfill.remove(nightfill.reports("2026-11-20"));
        Files.createDirectories(nightfill.reports("2026-11-19/run-1"));
        assertThat(audit(8))
                .contains("the reports of every finished run are in OUTPUT: " + nightfill.reports("2026-11-20/run-1"))
                .contains("OUTPUT shows no run that the database does not know: "
                        + nightfill.reports("2026-11-19/run-1"));
    }

    @Test
    void a_chain_that_the_database_does_not_know_is_named() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.arriveMixed(SATURDAY);
        nightfill.run(SATURDAY).with(0);
        execute("update run set business_date = '2026-11-19' where id = 1");
        Files.move(nightfill.reports("2026-11-20"), nightfill.reports("2026-11-19"));

        assertThat(audit(8)).isEqualTo("""
                        fault: summaries name the runs before theirs, and form a chain: %s: summary.json does not name 2026-11-19 run 1 as previous
                        fault: unallocated.csv shows what is open after the last run: %s: row 1 is O20261120,2,TABLE,1,UNKNOWN_SKU,2026-11-20, the data show O20261120,2,TABLE,1,UNKNOWN_SKU,2026-11-19
                        """.formatted(
                        nightfill.reports("2026-11-21/run-1"), nightfill.reports("2026-11-21/run-1/unallocated.csv")));
    }

    @Test
    void reports_of_another_database_are_not_audited() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        try (TestDatabase other = TestDatabase.create()) {
            Ended ended = Installation.on(other, root).nightfill("audit").with(3);

            assertThat(ended.error()).contains("come from database", "--output");
        }
    }

    @Test
    void a_night_that_does_not_pass_its_audit_publishes_nothing() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.arriveMixed(SATURDAY);
        whileReasonsAreWrong(() -> {
            Ended ended = nightfill.run(SATURDAY).with(8);

            assertThat(ended.error())
                    .contains("2026-11-21 run 1 does not pass its audit", "UNKNOWN_SKU", "order O20261121 line 2");
            assertThat(nightfill.reports(SATURDAY)).doesNotExist();
            nightfill.run(SATURDAY).with(8);
        });
        nightfill.nightfill("abandon").with(0);
        nightfill.run(SATURDAY).with(0);
        assertThat(audit(0)).isEqualTo(SOUND);
    }

    @Test
    void a_night_that_builds_on_other_than_what_is_allocated_does_not_pass() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.arriveMixed(SATURDAY);
        execute("update batch_taken set promised = promised + 1");

        Ended ended = nightfill.run(SATURDAY).with(8);

        assertThat(ended.error())
                .contains(
                        "2026-11-21 run 1 does not pass its audit",
                        "what is carried of each batch",
                        "batch B20261120 is carried");
        execute("update batch_taken set promised = promised - 1");
        nightfill.nightfill("abandon").with(0);
        nightfill.run(SATURDAY).with(0);
        assertThat(audit(0)).isEqualTo(SOUND);
    }

    /** What it prints; the error line counts the faults. */
    private String audit(int exitCode) {
        Ended ended = nightfill.nightfill("audit").with(exitCode);
        if (exitCode != 0) {
            assertThat(ended.error()).contains("the audit found", "of 44 checks");
        }
        return ended.out().replace(System.lineSeparator(), "\n");
    }

    private Path report(String name) {
        return nightfill.reports("2026-11-20/run-1").resolve(name);
    }
}
