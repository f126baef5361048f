package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A night whose wrong feeds were undone leaves what a night that had the right ones at once leaves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CorrectedNightIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 18);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final Map<String, String> OPENING = Map.of(
            "batches.csv", "ref,sku,qty,eta\nb1,SOFA,10,\nb2,SOFA,10,2026-12-01\nb3,LAMP,4,\n",
            "order_lines.csv", "orderid,line,sku,qty\n1,1,SOFA,6\n2,1,SOFA,6\n3,1,LAMP,3\n4,1,LAMP,3\n");
    private static final Map<String, String> RIGHT = Map.of(
            "batches.csv", "ref,sku,qty,eta\nb1,SOFA,12,\nb4,LAMP,9,2026-12-05\n",
            "order_lines.csv", "orderid,line,sku,qty\n5,1,SOFA,2\n6,1,TABLE,1\n",
            "dispatches.csv", "orderid,line,sku,qty\n1,1,SOFA,6\n");
    private static final Map<String, String> WRONG = Map.of(
            "batches.csv", "ref,sku,qty,eta\nb1,SOFA,2,\nb2,SOFA,3,2026-12-24\nb5,TABLE,5,\n",
            "order_lines.csv", "orderid,line,sku,qty\n5,1,SOFA,3\n7,1,TABLE,2\n",
            "dispatches.csv", "orderid,line,sku,qty\n3,1,LAMP,3\n",
            "cancellations.csv", "orderid,line,sku,qty\n2,1,SOFA,6\n4,1,LAMP,3\n");

    /** What stands, told without the ids and the runs that differ by nature. */
    private static final List<String> STATE = List.of("""
            select order_id, line_number, code, line.quantity, loaded.business_date, cancelled.business_date
            from line join sku on sku.id = sku_id join run loaded on loaded.id = loaded_run
                left join run cancelled on cancelled.id = cancelled_run order by line.id
            """, """
            select reference, code, first.business_date
            from batch join sku on sku.id = sku_id join run first on first.id = first_run order by reference
            """, """
            select reference, told.business_date, ended.business_date, quantity, eta
            from batch_value join batch on batch.id = batch_id join run told on told.id = from_run
                left join run ended on ended.id = until_run order by reference, from_run
            """, """
            select order_id, reference, made.business_date, ended.business_date, cause, gone.business_date
            from allocation join line on line.id = line_id join batch on batch.id = batch_id
                join run made on made.id = from_run left join run ended on ended.id = until_run
                left join run gone on gone.id = dispatched_run order by line_id, from_run
            """, """
            select order_id, business_date, reason
            from shortage join line on line.id = line_id join run on run.id = run_id order by line_id, run_id
            """);

    private TestNightfill mended;
    private TestNightfill right;

    @BeforeAll
    void start(@TempDir Path directory) {
        mended = new TestNightfill(directory.resolve("mended"), 2);
        right = new TestNightfill(directory.resolve("right"), 5000);
    }

    @AfterAll
    void close() {
        mended.close();
        right.close();
    }

    @BeforeEach
    void run_the_night_before() throws IOException {
        for (TestNightfill nightfill : List.of(mended, right)) {
            nightfill.empty();
            nightfill.arrive(FIRST, OPENING);
            nightfill.run(FIRST, false);
            nightfill.arrive(SECOND, RIGHT);
        }
        right.run(SECOND, false);
    }

    @Test
    void a_corrected_night_equals_one_that_had_the_right_feeds_at_once() throws IOException {
        mended.arrive(SECOND, WRONG);
        mended.run(SECOND, false);
        mended.arrive(SECOND, RIGHT);

        mended.run(SECOND, true);

        assertThat(state(mended)).isEqualTo(state(right));
        assertThat(reports(mended, 2)).isEqualTo(reports(right, 1));
    }

    @Test
    void a_night_run_again_after_it_was_abandoned_equals_one_that_had_the_right_feeds_at_once() throws IOException {
        abandonWrongNight(false);
        mended.arrive(SECOND, RIGHT);

        mended.run(SECOND, false);

        assertThat(state(mended)).isEqualTo(state(right));
        assertThat(reports(mended, 1)).isEqualTo(reports(right, 1));
    }

    @Test
    void a_night_whose_correction_was_abandoned_stands_as_before() throws IOException {
        mended.arrive(SECOND, RIGHT);
        mended.run(SECOND, false);

        abandonWrongNight(true);

        assertThat(state(mended)).isEqualTo(state(right));
        mended.arrive(SECOND, RIGHT);
        assertThat(mended.run(SECOND, false).alreadyFinished()).isTrue();
    }

    private void abandonWrongNight(boolean correction) throws IOException {
        mended.arrive(SECOND, WRONG);
        mended.stopAtAllocation();
        try {
            mended.run(SECOND, correction);
            throw new AssertionError("the night was not stopped");
        } catch (Problem stopped) {
            assertThat(stopped.kind()).isEqualTo(Kind.STOPPED);
        }
        assertThat(state(mended)).isNotEqualTo(state(right));
        mended.useCases().nights().abandon().abandon(Optional.empty(), mended.output());
    }

    private static List<String> state(TestNightfill nightfill) {
        List<String> state = new ArrayList<>();
        for (String query : STATE) {
            nightfill.jdbc().query(query, row -> {
                StringBuilder text = new StringBuilder();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    text.append(row.getString(column)).append('|');
                }
                state.add(text.toString());
            });
        }
        return state;
    }

    private static List<String> reports(TestNightfill nightfill, int number) throws IOException {
        Path directory = nightfill.output().resolve("%s/run-%d".formatted(SECOND, number));
        List<String> reports = new ArrayList<>();
        for (String name : List.of(
                "allocations.csv",
                "unallocated.csv",
                "released.csv",
                "promises.csv",
                "stock.csv",
                "rejects.csv",
                "control-totals.csv")) {
            reports.add(name + "\n" + Files.readString(directory.resolve(name)));
        }
        return reports;
    }
}
