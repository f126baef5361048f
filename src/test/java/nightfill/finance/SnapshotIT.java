package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nightfill.application.night.Attempt;
import nightfill.application.night.NightRequest;
import nightfill.application.problem.Problem;
import nightfill.application.report.Recount;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Purchasing;
import nightfill.domain.run.Terms;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A purchase order that is cancelled, and from then on missing in what purchasing sends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SnapshotIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 18);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final LocalDate THIRD = FIRST.plusDays(2);
    private static final Purchasing SNAPSHOT = new Purchasing(BatchFeed.SNAPSHOT, 30);
    private static final String HEADER = "ref,sku,qty,eta\n";

    private TestNightfill nightfill;

    @BeforeAll
    void start(@TempDir Path directory) {
        nightfill = new TestNightfill(directory, 5000);
    }

    @AfterAll
    void close() {
        nightfill.close();
    }

    @BeforeEach
    void run_the_night_before() throws IOException {
        nightfill.empty();
        arrive(FIRST, "PO-1,CHAIR,10,2026-12-20\nPO-2,LAMP,10,2026-12-20\n", "1,1,CHAIR,8\n");
        nightfill.run(FIRST, false);
        arrive(SECOND, "PO-2,LAMP,10,2026-12-20\n", "2,1,CHAIR,2\n");
    }

    private void arrive(LocalDate date, String batches, String lines) throws IOException {
        nightfill.arrive(
                date, Map.of("batches.csv", HEADER + batches, "order_lines.csv", "orderid,line,sku,qty\n" + lines));
    }

    private String report(LocalDate date, int run, String name) throws IOException {
        return Files.readString(nightfill.output().resolve("%s/run-%d/%s".formatted(date, run, name)));
    }

    private List<String> rows(LocalDate date, String report) throws IOException {
        return report(date, 1, report).lines().skip(1).toList();
    }

    private void assertThatAllIsSound() {
        assertThat(nightfill.useCases().books().audit().audit(nightfill.output()))
                .noneMatch(Recount.Finding::isFault);
        assertThat(nightfill
                        .useCases()
                        .books()
                        .replay()
                        .replay(SECOND, nightfill.output())
                        .differences())
                .isEmpty();
    }

    @Test
    void what_a_snapshot_lacks_is_no_longer_promised() throws IOException {
        nightfill.run(nightfill.request(SECOND, false, SNAPSHOT));

        assertThat(rows(SECOND, "released.csv")).containsExactly("1,1,CHAIR,8,PO-1,BATCH_REDUCED");
        assertThat(rows(SECOND, "unallocated.csv"))
                .containsExactly("1,1,CHAIR,8,SHORT,2026-11-18", "2,1,CHAIR,2,SHORT,2026-11-19");
        assertThat(rows(SECOND, "stock.csv"))
                .containsExactly("PO-1,CHAIR,0,2026-12-20,0,0,0", "PO-2,LAMP,10,2026-12-20,0,0,10");
        assertThat(report(SECOND, 1, "control-totals.csv"))
                .contains("purchased before + new +- changed = purchased after (units),10,10,OK")
                .doesNotContain("DIFFERENT");
        assertThat(report(SECOND, 1, "summary.json"))
                .contains("\"rows\" : 1", "\"batches\" : \"SNAPSHOT\"", "\"silentBatches\" : 0");
        assertThatAllIsSound();
    }

    @Test
    void a_batch_that_the_changes_lack_is_promised_still_and_pointed_out() throws IOException {
        nightfill.run(nightfill.request(SECOND, false, new Purchasing(BatchFeed.CHANGES, 1)));

        assertThat(rows(SECOND, "allocations.csv")).containsExactly("2,1,CHAIR,2,PO-1,2026-12-20");
        assertThat(report(SECOND, 1, "summary.json"))
                .contains("\"batches\" : \"CHANGES\"", "\"silentNights\" : 1", "\"silentBatches\" : 1");
        assertThat(report(SECOND, 1, "report.html"))
                .contains("1 batch with goods that have not left, and no accepted row in this night.", ">PO-1<");
        assertThatAllIsSound();
    }

    @Test
    void a_night_that_is_taken_up_stays_what_it_was_begun_as() throws IOException {
        nightfill.stopAtAllocation();
        assertThatThrownBy(() -> nightfill.run(nightfill.request(SECOND, false, SNAPSHOT)))
                .isInstanceOf(Problem.class);
        nightfill.calm();

        nightfill.run(SECOND, false);

        assertThat(rows(SECOND, "stock.csv")).contains("PO-1,CHAIR,0,2026-12-20,0,0,0");
        assertThat(report(SECOND, 1, "summary.json")).contains("\"batches\" : \"SNAPSHOT\"");
        assertThatAllIsSound();
    }

    @Test
    void a_snapshot_that_is_corrected_is_undone_and_comes_back_where_the_correction_is_abandoned() throws IOException {
        nightfill.run(nightfill.request(SECOND, false, SNAPSHOT));
        arrive(SECOND, "PO-2,LAMP,9,2026-12-20\n", "2,1,CHAIR,2\n");
        nightfill.stopAtAllocation();
        assertThatThrownBy(() -> nightfill.run(SECOND, true)).isInstanceOf(Problem.class);
        nightfill.calm();
        assertThat(lacked()).isZero();
        nightfill.useCases().nights().abandon().abandon(Optional.empty(), nightfill.output());
        assertThat(lacked()).isEqualTo(1);
        assertThatAllIsSound();

        nightfill.run(SECOND, true);

        assertThat(report(SECOND, 2, "stock.csv")).contains("PO-1,CHAIR,10,2026-12-20,10,0,0");
        assertThatAllIsSound();
    }

    private int lacked() {
        return nightfill
                .jdbc()
                .queryForList("select count(*)::integer from batch_value where lacked", Integer.class)
                .get(0);
    }

    @Test
    void a_snapshot_without_a_row_is_refused_unless_somebody_says_that_there_are_no_batches() throws IOException {
        arrive(SECOND, "", "2,1,CHAIR,2\n");
        assertThatThrownBy(() -> nightfill.run(nightfill.request(SECOND, false, SNAPSHOT)))
                .hasMessageContaining("batches.csv has no row, and as a snapshot empties every batch (2 with goods)");
        assertThat(lacked()).isZero();

        Terms terms = new Terms("", Set.of(Acceptance.SHRUNK_FEEDS), false).with(SNAPSHOT);
        nightfill.run(new NightRequest(SECOND, nightfill.input(), nightfill.output(), terms, false, Attempt.PLAIN));

        assertThat(lacked()).isEqualTo(2);
        assertThat(report(SECOND, 1, "summary.json")).contains("SHRUNK_FEEDS", "(2 with goods); accepted");
        assertThatAllIsSound();
    }

    @Test
    void a_batch_that_comes_back_has_its_goods_again() throws IOException {
        nightfill.run(nightfill.request(SECOND, false, SNAPSHOT));
        arrive(THIRD, "PO-1,CHAIR,10,unknown\nPO-2,LAMP,10,2026-12-20\n", "");

        nightfill.run(nightfill.request(THIRD, false, SNAPSHOT));

        assertThat(rows(THIRD, "allocations.csv"))
                .containsExactly("1,1,CHAIR,8,PO-1,unknown", "2,1,CHAIR,2,PO-1,unknown");
    }
}
