package nightfill.application.report;

import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.unbalanced;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static nightfill.harness.InMemoryNightfill.OUTPUT;
import static nightfill.harness.InMemoryNightfill.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nightfill.application.audit.InMemoryRecount;
import nightfill.application.figures.Summary;
import nightfill.application.night.NightPorts;
import nightfill.application.night.PortNight;
import nightfill.application.run.InMemoryBeside;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.application.run.InMemoryRuns;
import nightfill.application.run.Unseen;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.run.Run.State;
import nightfill.harness.InMemoryDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriteReportsTest {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final InMemoryDisk disk = new InMemoryDisk();
    private final NightPorts ports = NightPorts.inMemory(database);
    private final InMemoryRuns runs = new InMemoryRuns(database);
    private final WriteReports writeReports = writeReports(new NothingFound());
    private final ReportFolder folder = new InMemoryReportFolders(disk, new InMemorySummaries()).at(OUTPUT);
    private final Path first = OUTPUT.resolve("2026-11-20/run-1");

    @Test
    void a_run_is_finished_with_the_manifest_of_what_stands_in_output() throws IOException {
        Run run = write(friday().allocate());

        assertThat(run.state()).isEqualTo(State.FINISHED);
        assertThat(folder.manifestSha256(run)).contains(String.valueOf(run.manifestSha256()));
        assertThat(folder.differences(run)).isEmpty();
        assertThat(disk.names(OUTPUT)).containsExactly("2026-11-20");
    }

    @ParameterizedTest
    @EnumSource(Report.class)
    void every_report_is_on_record_as_it_stands(Report report) throws IOException {
        Run run = write(friday().allocate());

        String text = disk.read(first.resolve(report.fileName()));
        assertThat(runs.report(run, report.fileName()))
                .contains(new Summary.File(text.lines().count() - 1, InMemoryDisk.sha256(text)));
        assertThat(disk.read(first.resolve("datapackage.json"))).contains(report.name());
        assertThat(folder.summary(run).reports()).containsKey(report.fileName());
    }

    @Test
    void the_first_run_builds_on_nothing() throws IOException {
        Summary summary = folder.summary(write(friday().allocate()));

        assertThat(summary.identity().previous()).isNull();
        assertThat(summary.identity().replaces()).isNull();
        assertThat(disk.read(first.resolve("report.html"))).contains("before=Optional.empty");
    }

    @Test
    void a_later_run_names_the_one_before_and_is_shown_beside_it() throws IOException {
        Run friday = write(friday().allocate());

        Run saturday = write(saturday().allocate());

        assertThat(folder.summary(saturday).identity().previous())
                .isEqualTo(new Summary.Reference(FRIDAY, 1, String.valueOf(friday.manifestSha256())));
        assertThat(disk.read(OUTPUT.resolve("2026-11-21/run-1/report.html")))
                .contains("before=" + Optional.of(folder.summary(friday)));
    }

    @Test
    void a_correction_names_the_run_that_it_replaces() throws IOException {
        Run friday = write(friday().allocate());

        ports.ledger().undo(friday);
        Run correction = write(friday().replacing(friday).allocate());

        assertThat(folder.summary(correction).identity().replaces())
                .isEqualTo(new Summary.Replaced(1, String.valueOf(friday.manifestSha256())));
        assertThat(correction.directory()).isEqualTo("2026-11-20/run-2");
    }

    @Test
    void what_people_should_know_is_in_the_summary() throws IOException {
        Run run = friday().allocate();
        runs.override(run, Acceptance.SHRUNK_FEEDS, "few rows; accepted");

        Summary summary = folder.summary(write(run));

        assertThat(summary.warnings()).containsExactly("few rows; accepted");
        assertThat(summary.identity().overridden()).containsExactly(Acceptance.SHRUNK_FEEDS);
    }

    @Test
    void sums_that_differ_keep_the_reports_from_being_installed() throws IOException {
        Run run = friday().allocate();
        setQuantities(1);

        assertThat(unbalanced(() -> write(run)))
                .hasMessageContaining(run.title())
                .hasMessageContaining("no batch below zero: expected 0, counted 1");

        assertThat(runs.get(run.id())).isEqualTo(run);
        assertThat(folder.directories()).isEmpty();
        assertThat(runs.report(run, "stock.csv")).isEmpty();
    }

    @Test
    void a_run_that_does_not_pass_its_audit_is_not_reported() throws IOException {
        Run run = friday().allocate();
        database.shortages.delete(reason -> true);

        assertThat(unbalanced(() -> write(run, writeReports(new InMemoryRecount(database)))))
                .hasMessageContaining(run.title())
                .hasMessageContaining("does not pass its audit");

        assertThat(runs.get(run.id())).isEqualTo(run);
        assertThat(folder.directories()).isEmpty();
    }

    @Test
    void sums_that_differ_can_be_looked_up_where_the_problem_says() throws IOException {
        Run run = friday().allocate();
        setQuantities(1);

        String message = unbalanced(() -> write(run)).getMessage();

        Path aside = disk.below(OUTPUT).stream()
                .filter(file -> file.endsWith("control-totals.csv"))
                .findFirst()
                .orElseThrow();
        assertThat(message).contains(aside.toString());
        assertThat(disk.read(aside)).contains("DIFFERENT");
    }

    @Test
    void a_night_that_finds_other_stock_than_the_last_reports_say_does_not_balance() {
        write(friday().allocate());
        setQuantities(9);
        Run saturday = saturday().allocate();

        assertThat(unbalanced(() -> write(saturday))).hasMessageContaining("opening of stock = previous stock.csv");
    }

    @Test
    void a_night_that_finds_fewer_open_lines_than_the_last_reports_say_does_not_balance() {
        write(friday().allocate());
        database.lines.delete(InMemoryDatabase.Line::isOpen);
        Run saturday = saturday().allocate();

        assertThat(unbalanced(() -> write(saturday)))
                .hasMessageContaining("opening of open lines = previous unallocated.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stock.csv", "unallocated.csv", "summary.json", "MANIFEST.sha256"})
    void a_night_does_not_build_on_reports_that_were_altered_meanwhile(String name) throws IOException {
        write(friday().allocate());
        disk.write(first.resolve(name), "altered");
        Run saturday = saturday().allocate();

        refused(() -> write(saturday));

        assertThat(runs.get(saturday.id())).isEqualTo(saturday);
        assertThat(folder.manifestSha256(saturday)).isEmpty();
    }

    @Test
    void reports_that_stand_since_a_kill_finish_the_run_with_their_own_words() throws IOException {
        Run run = friday().allocate();
        runs.override(run, Acceptance.SAME_FEED, "the words of then");
        Runnable killed = database.backup();
        Run finished = write(run);
        killed.run();
        runs.adopt(run, Set.of(Acceptance.SHRUNK_FEEDS), List.of("the words of today"));

        Run again = write(run);

        assertThat(again).isEqualTo(finished);
        assertThat(runs.warnings(run)).containsExactly("the words of then");
        assertThat(runs.overridden(run)).containsExactly(Acceptance.SAME_FEED);
        assertThat(folder.summary(run).warnings()).containsExactly("the words of then");
    }

    @Test
    void reports_of_another_run_in_its_place_have_no_say_and_are_refused() throws IOException {
        Runnable empty = database.backup();
        write(friday().with(Feed.ORDER_LINES, "9,1,CHAIR,9").allocate());
        String stood = disk.read(first.resolve("allocations.csv"));
        empty.run();
        Run run = friday().allocate();
        runs.warn(run, "the words of today");

        refused(() -> write(run));

        assertThat(disk.read(first.resolve("allocations.csv"))).isEqualTo(stood);
        assertThat(runs.get(run.id())).isEqualTo(run);
        assertThat(runs.warnings(run)).containsExactly("the words of today");
    }

    @Test
    void what_an_earlier_attempt_began_is_begun_anew() {
        Run run = friday().allocate();
        Runnable before = database.backup();
        setQuantities(1);
        unbalanced(() -> write(run));
        before.run();

        assertThat(write(run).state()).isEqualTo(State.FINISHED);
        assertThat(disk.below(OUTPUT)).allMatch(file -> file.startsWith(first));
    }

    @Test
    void a_disk_that_breaks_down_is_a_failure_that_may_pass() {
        Run run = friday().allocate();
        disk.breakDown(OUTPUT);

        assertThat(failed(() -> write(run))).hasMessageContaining("disk gone").hasMessageContaining(first.toString());

        assertThat(runs.get(run.id())).isEqualTo(run);
        disk.mend();
        assertThat(write(run).state()).isEqualTo(State.FINISHED);
    }

    private PortNight friday() {
        return new PortNight(ports, FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,LAMP,x,")
                .with(Feed.ORDER_LINES, "1,1,CHAIR,2", "2,1,LAMP,1");
    }

    private PortNight saturday() {
        return new PortNight(ports, SATURDAY).with(Feed.BATCHES, "PO-3,LAMP,5,").with(Feed.ORDER_LINES, "3,1,CHAIR,1");
    }

    private void setQuantities(int quantity) {
        database.batches.update(
                batch -> true,
                batch -> new StoredBatch(batch.id(), batch.reference(), batch.sku(), quantity, batch.eta()));
    }

    private WriteReports writeReports(Recount recount) {
        return new WriteReports(runs, ports.reports(), new AuditRun(recount), new InMemoryBeside());
    }

    private Run write(Run run) {
        return write(run, writeReports);
    }

    private Run write(Run run, WriteReports use) {
        database.inOne(() -> use.of(run, folder, new Unseen()));
        return runs.get(run.id());
    }

    /** An audit that every run passes, so that its sums alone can keep it from being reported. */
    private static final class NothingFound implements Recount {

        @Override
        public List<Finding> ofAll(Optional<Run> last) {
            return List.of();
        }

        @Override
        public List<Finding> of(Run run) {
            return List.of();
        }

        @Override
        public void forEachRow(Run run, Report report, Consumer<List<String>> action) {}
    }
}
