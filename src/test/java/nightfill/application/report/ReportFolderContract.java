package nightfill.application.report;

import static nightfill.application.problem.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nightfill.application.figures.Closing;
import nightfill.application.figures.NightDetail;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.SilentBatches;
import nightfill.application.figures.Summary;
import nightfill.application.figures.Tally;
import nightfill.application.report.ReportFolder.Draft;
import nightfill.application.report.ReportFolder.ReadBack;
import nightfill.application.report.ReportWriter.Written;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.run.Run;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import org.junit.jupiter.api.Test;

/** What every OUTPUT must do. */
public abstract class ReportFolderContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Run RUN =
            new Run(1, new RunName(FRIDAY, 1), null, null, Terms.USUAL, new Run.Progress(State.ALLOCATING, 0, null));
    private static final Run CORRECTION =
            new Run(2, new RunName(FRIDAY, 2), null, 1L, Terms.USUAL, new Run.Progress(State.ALLOCATING, 0, null));
    private static final List<List<String>> STOCK = List.of(
            List.of("PO-1", "CHAIR", "10", "", "3", "2", "5"),
            List.of("PO-2", "LAMP", "7", "2026-12-01", "1", "0", "6"));
    private static final List<List<String>> OPEN = List.of(
            List.of("1001", "1", "CHAIR", "4", "SHORT", "2026-11-20"),
            List.of("1002", "", "CHAIR", "8", "SHORT", "2026-11-19"));

    protected abstract ReportFolder folder();

    protected abstract void alter(Path file) throws IOException;

    protected abstract void remove(Path file) throws IOException;

    /** Whether anything at all is there. */
    protected abstract boolean exists(Path place);

    @Test
    void a_folder_says_whose_it_is_once_it_was_told() throws IOException {
        assertThat(folder().databaseId()).isEmpty();
        folder().setDatabaseId("one");
        assertThat(folder().databaseId()).contains("one");
        folder().setDatabaseId("another");
        assertThat(folder().databaseId()).contains("another");
        assertThat(folder().directories()).isEmpty();
        assertThat(folder().dates()).isEmpty();
    }

    @Test
    void of_a_run_that_is_not_there_nothing_is() throws IOException {
        assertThat(folder().manifestSha256(RUN)).isEmpty();
        assertThat(folder().sha256(RUN, Report.STOCK)).isEmpty();
        assertThat(folder().shown(RUN.directory())).isEmpty();
        assertThat(folder().directory(RUN)).isEqualTo(folder().place().resolve("2026-11-20/run-1"));
        folder().remove(RUN);
    }

    @Test
    void what_was_not_written_cannot_be_read_back() throws IOException {
        try (Draft draft = folder().draft(RUN);
                ReadBack readBack = draft.readBack(Set.of(Report.STOCK))) {
            assertThatThrownBy(readBack::contents).isInstanceOf(IOException.class);
        }
    }

    @Test
    void what_is_written_aside_can_be_read_back_and_stands_nowhere_yet() throws IOException {
        Draft draft = folder().draft(RUN);
        Written stock = draft.write(Report.STOCK, STOCK::forEach);
        Written rejects = draft.write(Report.REJECTS, rows -> {});
        assertThat(stock.rows()).isEqualTo(2);
        assertThat(rejects.rows()).isZero();
        assertThat(stock.bytes()).isGreaterThan(rejects.bytes());
        assertThat(stock.sha256()).hasSize(64).isNotEqualTo(rejects.sha256());
        try (ReadBack readBack = draft.readBack(Set.of(Report.STOCK, Report.REJECTS))) {
            assertThat(readBack.contents())
                    .isEqualTo(Map.of(
                            Report.STOCK,
                            new Contents(new Tally(2, 17), String.valueOf(hashTotal(STOCK))),
                            Report.REJECTS,
                            new Contents(Tally.NONE, "0")));
        }
        assertThat(folder().directories()).isEmpty();
        assertThat(folder().dates()).isEmpty();
        assertThat(folder().manifestSha256(RUN)).isEmpty();
    }

    @Test
    void a_run_stands_whole_once_it_is_installed() throws IOException {
        Draft draft = folder().draft(RUN);
        Written stock = write(draft, RUN, STOCK);
        String manifest = draft.install();
        assertThat(folder().directories()).containsExactly("2026-11-20/run-1");
        assertThat(folder().dates()).containsExactly(FRIDAY);
        assertThat(folder().manifestSha256(RUN)).contains(manifest);
        assertThat(folder().sha256(RUN, Report.STOCK)).contains(stock.sha256());
        assertThat(folder().summary(RUN)).isEqualTo(summary(RUN));
        assertThat(folder().shown("2026-11-20/run-1")).contains(summary(RUN));
        assertThat(folder().differences(RUN)).isEmpty();
        assertThat(exists(draft.place())).isFalse();
    }

    @Test
    void a_run_tells_how_it_left_things() throws IOException {
        install(RUN, STOCK);
        assertThat(folder().closing(RUN)).isEqualTo(new Closing(new Tally(2, 12), new Tally(2, 17), 4, 2));
        assertThat(rows(RUN, Report.STOCK)).isEqualTo(STOCK);
        assertThat(rows(RUN, Report.UNALLOCATED)).isEqualTo(OPEN);
        assertThat(rows(RUN, Report.REJECTS)).isEmpty();
    }

    @Test
    void runs_are_listed_by_date_and_number() throws IOException {
        Run later = new Run(
                3,
                new RunName(FRIDAY.plusDays(1), 1),
                2L,
                null,
                Terms.USUAL,
                new Run.Progress(State.ALLOCATING, 0, null));
        install(later, STOCK);
        install(CORRECTION, STOCK);
        install(RUN, STOCK);
        assertThat(folder().directories()).containsExactly("2026-11-20/run-1", "2026-11-20/run-2", "2026-11-21/run-1");
        assertThat(folder().dates()).containsExactlyInAnyOrder(FRIDAY, FRIDAY.plusDays(1));
    }

    @Test
    void installing_the_same_again_changes_nothing() throws IOException {
        String first = install(RUN, STOCK);
        assertThat(install(RUN, STOCK)).isEqualTo(first);
        assertThat(folder().differences(RUN)).isEmpty();
    }

    @Test
    void what_stands_there_is_never_changed_by_what_differs() throws IOException {
        String first = install(RUN, STOCK);
        Draft draft = folder().draft(RUN);
        write(draft, RUN, STOCK.subList(0, 1));
        assertThat(refused(draft::install)).hasMessageContaining("stock.csv");
        assertThat(folder().manifestSha256(RUN)).contains(first);
        assertThat(rows(RUN, Report.STOCK)).isEqualTo(STOCK);
        assertThat(exists(draft.place())).isFalse();
    }

    @Test
    void a_new_draft_takes_the_place_of_one_that_was_left() throws IOException {
        Draft left = folder().draft(RUN);
        left.write(Report.PROMISES, rows -> {});
        Draft other = folder().draft(CORRECTION);
        other.write(Report.PROMISES, rows -> {});
        install(RUN, STOCK);
        assertThat(folder().differences(RUN)).isEmpty();
        assertThat(folder().sha256(RUN, Report.PROMISES)).isEmpty();
        assertThat(exists(other.place())).isTrue();
    }

    @Test
    void a_removed_run_leaves_nothing() throws IOException {
        install(CORRECTION, STOCK);
        install(RUN, STOCK);
        Draft draft = folder().draft(RUN);
        draft.write(Report.PROMISES, rows -> {});
        folder().remove(RUN);
        assertThat(folder().directories()).containsExactly("2026-11-20/run-2");
        assertThat(exists(folder().directory(RUN))).isFalse();
        assertThat(exists(draft.place())).isFalse();
    }

    @Test
    void a_report_that_was_altered_or_taken_away_is_noticed() throws IOException {
        install(RUN, STOCK);
        Optional<String> before = folder().sha256(RUN, Report.STOCK);
        alter(folder().directory(RUN).resolve("stock.csv"));
        remove(folder().directory(RUN).resolve("unallocated.csv"));
        alter(folder().directory(RUN).resolve("zzz.txt"));
        assertThat(folder().sha256(RUN, Report.STOCK)).isNotEmpty().isNotEqualTo(before);
        assertThat(folder().sha256(RUN, Report.UNALLOCATED)).isEmpty();
        assertThat(folder().differences(RUN))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("stock.csv"))
                .anyMatch(line -> line.startsWith("unallocated.csv"))
                .anyMatch(line -> line.startsWith("zzz.txt"));
    }

    @Test
    void a_summary_that_is_not_the_one_that_is_listed_is_none() throws IOException {
        install(RUN, STOCK);
        alter(folder().directory(RUN).resolve("summary.json"));
        assertThat(folder().shown(RUN.directory())).isEmpty();
        remove(folder().directory(RUN).resolve("summary.json"));
        assertThat(folder().shown(RUN.directory())).isEmpty();
    }

    @Test
    void a_run_in_the_place_of_another_does_not_show_itself() throws IOException {
        Draft draft = folder().draft(RUN);
        write(draft, CORRECTION, STOCK);
        draft.install();
        assertThat(folder().shown(RUN.directory())).isEmpty();
    }

    @Test
    void without_its_manifest_nothing_stands_there() throws IOException {
        install(RUN, STOCK);
        remove(folder().directory(RUN).resolve("MANIFEST.sha256"));
        assertThat(folder().manifestSha256(RUN)).isEmpty();
        assertThat(folder().shown(RUN.directory())).isEmpty();
    }

    private String install(Run run, List<List<String>> stock) throws IOException {
        Draft draft = folder().draft(run);
        write(draft, run, stock);
        return draft.install();
    }

    private static Written write(Draft draft, Run run, List<List<String>> stock) throws IOException {
        Written written = draft.write(Report.STOCK, stock::forEach);
        draft.write(Report.UNALLOCATED, OPEN::forEach);
        draft.write(Report.REJECTS, rows -> {});
        draft.write(summary(run));
        draft.write(new DataPackage(run.name(), run.rules(), Map.of()));
        draft.write(new NightPage(summary(run), Optional.empty(), List.of(), detail(), SilentBatches.NONE));
        return written;
    }

    private static NightDetail detail() {
        return new NightDetail(0, List.of(), Map.of(), new TreeMap<>(), Map.of(), List.of());
    }

    static Summary summary(Run run) {
        Map<String, Long> reasons = new TreeMap<>(Map.of("NO_SINGLE_BATCH", 0L, "SHORT", 0L, "UNKNOWN_SKU", 0L));
        Summary.Flow none = new Summary.Flow(0, 0, 0, 0, 0, new Summary.Outcome(0, 0L, reasons));
        return new Summary(
                new Summary.Identity(run.date(), run.number(), null, null, "1", List.of()),
                Map.of(),
                new Summary.Figures(none, none, new Summary.Stock(0, 0, 0)),
                new Summary.Purchasing(BatchFeed.SNAPSHOT, 30, 2),
                Map.of(),
                List.of());
    }

    private static long hashTotal(List<List<String>> rows) {
        return rows.stream().mapToLong(InMemoryReportSource::hash).sum();
    }

    private List<List<String>> rows(Run run, Report report) throws IOException {
        try (ReportReader.Rows rows = folder().open(run, report)) {
            List<List<String>> all = new ArrayList<>();
            for (List<String> row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
            return all;
        }
    }
}
