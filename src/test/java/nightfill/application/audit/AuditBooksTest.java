package nightfill.application.audit;

import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.refused;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static nightfill.harness.InMemoryNightfill.OUTPUT;
import static nightfill.harness.InMemoryNightfill.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nightfill.application.report.Recount.Finding;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.application.run.Transactions;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import nightfill.harness.InMemoryDisk;
import nightfill.harness.InMemoryNightfill;
import org.junit.jupiter.api.Test;

class AuditBooksTest {

    private static final String STANDS = "the reports of every finished run are in OUTPUT";
    private static final String KNOWN = "OUTPUT shows no run that the database does not know";
    private static final String LISTED = "every report is as its manifest lists it";
    private static final String CHAINED = "summaries name the runs before theirs, and form a chain";
    private static final String STOCK = "stock.csv shows what batches have after the last run";
    private static final String OPEN = "unallocated.csv shows what is open after the last run";

    private final InMemoryNightfill nightfill = new InMemoryNightfill();

    @Test
    void books_and_output_that_agree_have_no_fault_in_any_check() {
        nightfill.finish(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-20,CHAIR,1,");
        nightfill.run(nightfill.correction(FRIDAY));
        nightfill.finish(SATURDAY);

        assertThat(audit()).hasSize(9).noneMatch(Finding::isFault);
    }

    @Test
    void before_the_first_night_nothing_is_wrong() {
        assertThat(audit()).hasSize(9).noneMatch(Finding::isFault);
    }

    @Test
    void a_run_that_is_under_way_is_no_fault_nor_are_its_reports() {
        nightfill.finish(FRIDAY);
        nightfill.arrive(SATURDAY);
        nightfill.job.failAtTheEndOf("write reports");
        failed(() -> nightfill.run(SATURDAY));

        assertThat(audit()).noneMatch(Finding::isFault);
    }

    @Test
    void faults_of_the_books_are_told_beside_those_of_output() {
        nightfill.finish(FRIDAY);
        nightfill.database.batches.update(
                batch -> true, batch -> new StoredBatch(batch.id(), batch.reference(), batch.sku(), 1, batch.eta()));

        assertThat(faults()).containsOnlyKeys("no batch is below zero", STOCK);
    }

    @Test
    void reports_that_are_missing_are_told_run_by_run() throws IOException {
        nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);
        nightfill.disk.remove(OUTPUT.resolve("2026-11-20"));
        nightfill.disk.remove(OUTPUT.resolve("2026-11-21/run-1/MANIFEST.sha256"));

        assertThat(faults()).containsOnlyKeys(STANDS);
        assertThat(faults().get(STANDS)).hasSize(2).first().asString().contains("2026-11-20/run-1 is missing");
    }

    @Test
    void a_manifest_that_the_data_do_not_know_is_told_rather_than_what_it_lists() {
        nightfill.finish(FRIDAY);
        nightfill.disk.write(run(FRIDAY).resolve("MANIFEST.sha256"), "altered");

        assertThat(faults()).containsOnlyKeys(LISTED);
        assertThat(faults().get(LISTED)).singleElement().asString().contains("not the one that the database knows");
    }

    @Test
    void a_report_that_was_altered_is_told_by_its_name() {
        nightfill.finish(FRIDAY);
        nightfill.disk.write(run(FRIDAY).resolve("allocations.csv"), "altered");

        assertThat(faults()).containsOnlyKeys(LISTED);
        assertThat(faults().get(LISTED)).singleElement().asString().contains("run-1: allocations.csv");
    }

    @Test
    void a_run_that_the_data_do_not_know_is_told() {
        nightfill.finish(FRIDAY);
        nightfill.disk.write(OUTPUT.resolve("2026-11-19/run-1/MANIFEST.sha256"), "whose?");

        assertThat(faults()).containsOnlyKeys(KNOWN);
        assertThat(faults().get(KNOWN)).containsExactly(OUTPUT.resolve("2026-11-19/run-1") + "");
    }

    @Test
    void a_run_that_goes_away_while_the_data_are_looked_at_was_abandoned_meanwhile() {
        nightfill.finish(FRIDAY);
        Path passing = OUTPUT.resolve("2026-11-21/run-1/MANIFEST.sha256");
        nightfill.disk.write(passing, "of a run that is abandoned just now");

        assertThat(audit(work -> {
                    remove(passing);
                    work.run();
                }))
                .noneMatch(Finding::isFault);
    }

    @Test
    void a_run_that_is_finished_while_the_data_are_looked_at_is_no_fault() {
        nightfill.finish(FRIDAY);

        assertThat(audit(work -> {
                    nightfill.disk.write(OUTPUT.resolve("2026-11-21/run-1/MANIFEST.sha256"), "just now");
                    work.run();
                }))
                .noneMatch(Finding::isFault);
    }

    @Test
    void a_summary_that_names_another_run_as_previous_is_told() {
        nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);
        replace(SATURDAY, "summary.json", run(FRIDAY).resolve("summary.json"));

        assertThat(faults()).containsOnlyKeys(CHAINED);
        assertThat(faults().get(CHAINED)).singleElement().asString().contains("2026-11-20 run 1 as previous");
    }

    @Test
    void a_summary_that_does_not_name_the_run_that_it_replaces_is_told() {
        nightfill.finish(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-20,CHAIR,1,");
        nightfill.run(nightfill.correction(FRIDAY));
        replace("2026-11-20/run-2", "summary.json", run(FRIDAY).resolve("summary.json"));

        assertThat(faults()).containsOnlyKeys(CHAINED);
        assertThat(faults().get(CHAINED)).singleElement().asString().contains("2026-11-20 run 1 as replaced");
    }

    @Test
    void a_summary_that_names_a_run_where_there_was_none_is_told() {
        nightfill.finish(FRIDAY);
        nightfill.finish(SATURDAY);
        replace(FRIDAY, "summary.json", run(SATURDAY).resolve("summary.json"));

        assertThat(faults().get(CHAINED)).first().asString().contains("does not name none as previous");
    }

    @Test
    void stock_and_open_lines_are_compared_with_the_data_row_by_row() {
        nightfill.arrive(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.ORDER_LINES, "1,1,CHAIR,99");
        nightfill.run(FRIDAY);
        nightfill.database.batches.delete(batch -> true);
        nightfill.database.lines.delete(line -> true);

        assertThat(faults()).containsOnlyKeys(STOCK, OPEN);
        assertThat(faults().get(STOCK))
                .singleElement()
                .asString()
                .contains("row 1 is")
                .contains("the data show none");
    }

    @Test
    void a_row_that_the_last_reports_lack_is_told_by_its_number() {
        nightfill.finish(FRIDAY);
        nightfill.database.batches.insert(new StoredBatch(99, "PO-99", "LAMP", 3, null));

        assertThat(faults().get(STOCK))
                .singleElement()
                .asString()
                .contains("stock.csv: row 2 is absent, the data show PO-99,LAMP,3,");
    }

    @Test
    void a_row_too_many_in_the_last_reports_is_told_by_its_number() {
        nightfill.arrive(FRIDAY);
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,LAMP,3,");
        nightfill.run(FRIDAY);
        nightfill.database.batches.delete(batch -> batch.reference().equals("PO-2"));

        assertThat(faults().get(STOCK))
                .singleElement()
                .asString()
                .contains("row 2 is PO-2,LAMP,3,,0,0,3, the data show none");
    }

    @Test
    void where_the_last_reports_are_missing_that_alone_is_told() throws IOException {
        nightfill.finish(FRIDAY);
        nightfill.disk.remove(OUTPUT.resolve("2026-11-20"));

        assertThat(faults()).containsOnlyKeys(STANDS);
    }

    @Test
    void an_output_of_another_database_is_refused() {
        nightfill.finish(FRIDAY);
        nightfill.disk.write(OUTPUT.resolve(".nightfill-database"), "another\n");

        assertThat(refused(this::audit)).hasMessageContaining("another");
    }

    @Test
    void an_output_that_cannot_be_read_is_a_failure_that_may_pass() {
        nightfill.finish(FRIDAY);
        nightfill.disk.breakDown(OUTPUT);

        assertThat(failed(this::audit)).hasMessageContaining("disk gone");
    }

    @Test
    void the_reports_of_one_run_that_cannot_be_read_are_such_a_failure_too() {
        nightfill.finish(FRIDAY);
        nightfill.disk.breakDown(OUTPUT.resolve("2026-11-20/run-1/allocations.csv"));

        assertThat(failed(this::audit)).hasMessageContaining("disk gone");
    }

    private Map<String, List<String>> faults() {
        return audit().stream().filter(Finding::isFault).collect(Collectors.toMap(Finding::check, Finding::examples));
    }

    private List<Finding> audit() {
        return audit(nightfill.database);
    }

    private List<Finding> audit(Transactions asOfOneMoment) {
        return new AuditBooks(nightfill.runs, nightfill.recount, nightfill.folders, asOfOneMoment).audit(OUTPUT);
    }

    private static Path run(LocalDate date) {
        return OUTPUT.resolve(date + "/run-1");
    }

    private void replace(LocalDate date, String name, Path by) {
        replace(date + "/run-1", name, by);
    }

    /** Puts another file in the place of one, so that neither manifest nor data know better. */
    private void replace(String directory, String name, Path by) {
        Path run = OUTPUT.resolve(directory);
        String former = read(run.resolve(name));
        String manifest = read(run.resolve("MANIFEST.sha256"))
                .replace(InMemoryDisk.sha256(former), InMemoryDisk.sha256(read(by)));
        nightfill.disk.write(run.resolve(name), read(by));
        nightfill.disk.write(run.resolve("MANIFEST.sha256"), manifest);
        nightfill.database.runs.update(
                row -> row.directory().equals(directory), row -> withManifest(row, InMemoryDisk.sha256(manifest)));
    }

    private static Run withManifest(Run run, String sha256) {
        return new Run(
                run.id(),
                run.name(),
                run.previousId(),
                run.replacesId(),
                run.terms(),
                new Run.Progress(run.state(), run.turnsBefore(), sha256));
    }

    private String read(Path file) {
        try {
            return nightfill.disk.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove(Path file) {
        try {
            nightfill.disk.remove(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
