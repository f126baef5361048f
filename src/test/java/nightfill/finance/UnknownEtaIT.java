package nightfill.finance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nightfill.adapter.postgres.server.ReadingSessions;
import nightfill.adapter.postgres.watch.PostgresOrderRecords;
import nightfill.adapter.postgres.watch.PostgresStockRecords;
import nightfill.adapter.postgres.watch.Reading;
import nightfill.application.report.Recount;
import nightfill.application.trace.OrderHistory;
import nightfill.application.watch.StockRecords;
import nightfill.domain.words.Eta;
import nightfill.frictionless.Conformity;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Goods at sea without a date, everywhere where a date would be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UnknownEtaIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 18);
    private static final LocalDate SECOND = FIRST.plusDays(1);

    private TestNightfill nightfill;

    @BeforeAll
    void run_two_nights(@TempDir Path directory) throws IOException {
        nightfill = new TestNightfill(directory, 5000);
        nightfill.arrive(
                FIRST,
                Map.of(
                        "batches.csv",
                        "ref,sku,qty,eta\nB,SOFA,6,unknown\nA,SOFA,6,UNKNOWN\nC,SOFA,1,2199-12-31\nL,LAMP,9, Unknown\n",
                        "order_lines.csv",
                        "orderid,sku,qty\n1,SOFA,1\n2,SOFA,6\n3,SOFA,9\n4,LAMP,2\n"));
        nightfill.run(FIRST, false);
        nightfill.arrive(
                SECOND,
                Map.of(
                        "batches.csv",
                        "ref,sku,qty,eta\nA,SOFA,6,2026-12-01\nC,SOFA,1,unknown\n",
                        "order_lines.csv",
                        "orderid,sku,qty\n",
                        "dispatches.csv",
                        "orderid,sku,qty\n4,LAMP,2\n"));
        nightfill.run(SECOND, false);
    }

    @AfterAll
    void close() {
        nightfill.close();
    }

    private String report(LocalDate date, String name) throws IOException {
        return Files.readString(nightfill.output().resolve(date + "/run-1/" + name));
    }

    private List<String> rows(LocalDate date, String report) throws IOException {
        return report(date, report).lines().skip(1).toList();
    }

    @Test
    void lines_get_dated_goods_first_then_those_without_by_reference() throws IOException {
        assertThat(rows(FIRST, "allocations.csv"))
                .containsExactly("1,,SOFA,1,C,2199-12-31", "2,,SOFA,6,A,unknown", "4,,LAMP,2,L,unknown");
        assertThat(rows(FIRST, "stock.csv"))
                .containsExactly(
                        "L,LAMP,9,unknown,2,0,7",
                        "C,SOFA,1,2199-12-31,1,0,0",
                        "A,SOFA,6,unknown,6,0,0",
                        "B,SOFA,6,unknown,0,0,6");
    }

    @Test
    void a_promise_may_get_a_date_and_lose_it() throws IOException {
        assertThat(rows(SECOND, "promises.csv"))
                .containsExactly(
                        "1,,SOFA,1,C,2199-12-31,C,unknown,DELAYED", "2,,SOFA,6,A,unknown,A,2026-12-01,EARLIER");
    }

    @Test
    void they_are_at_sea_and_never_overdue() throws IOException {
        assertThat(report(SECOND, "summary.json"))
                .contains("\"warehouse\" : 0", "\"atSea\" : 20", "\"overdue\" : 0")
                .contains("order 4 line  was dispatched from batch L, which is still at sea (ETA unknown)");
        assertThat(report(FIRST, "report.html")).contains("data-label=\"next ETA\">2199-12-31<");
        assertThat(report(SECOND, "report.html")).contains("data-label=\"next ETA\">2026-12-01<");
    }

    @Test
    void the_reports_are_what_their_package_says() throws IOException {
        for (LocalDate date : List.of(FIRST, SECOND)) {
            assertThat(Conformity.faults(nightfill.output().resolve(date + "/run-1")))
                    .isEmpty();
        }
    }

    @Test
    void who_looks_up_orders_and_stock_sees_them() {
        Reading reading = new Reading(new ReadingSessions(nightfill.connection()));
        assertThat(nightfill.bean(OrderHistory.class).of("1"))
                .extracting(OrderHistory.Event::what)
                .containsExactly("loaded", "allocated to C (ETA 2199-12-31)", "promised anew: C (ETA unknown)");
        assertThat(nightfill.bean(OrderHistory.class).of("2"))
                .extracting(OrderHistory.Event::what)
                .contains("allocated to A (ETA unknown)");
        assertThat(new PostgresOrderRecords(reading).lines("1", 0, 9))
                .extracting(line -> requireNonNull(line.promise()).eta())
                .containsExactly(Eta.UNKNOWN);
        StockRecords stock = new PostgresStockRecords(reading);
        assertThat(stock.batch("C").orElseThrow().values())
                .extracting(StockRecords.Value::eta)
                .containsExactlyInAnyOrder(LocalDate.of(2199, 12, 31), Eta.UNKNOWN);
        assertThat(stock.sku("LAMP").orElseThrow().supply().next()).isEqualTo(Eta.UNKNOWN);
        assertThat(stock.sku("SOFA").orElseThrow().batches())
                .extracting(StockRecords.Stock::reference)
                .containsExactly("A", "B", "C");
    }

    @Test
    void the_audit_and_the_replay_find_nothing() {
        assertThat(nightfill.useCases().books().audit().audit(nightfill.output()))
                .noneMatch(Recount.Finding::isFault);
        for (LocalDate date : List.of(FIRST, SECOND)) {
            assertThat(nightfill
                            .useCases()
                            .books()
                            .replay()
                            .replay(date, nightfill.output())
                            .differences())
                    .isEmpty();
        }
    }
}
