package nightfill.adapter.postgres.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nightfill.adapter.postgres.history.PostgresOrderHistory;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.adapter.postgres.server.ReadingSessions;
import nightfill.application.look.Names.Kind;
import nightfill.application.look.OrderRecords;
import nightfill.application.trace.OrderHistory;
import nightfill.application.trace.OrderHistory.Event;
import nightfill.application.watch.Rejects;
import nightfill.application.watch.Rejects.Which;
import nightfill.application.watch.StockRecords;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.RunName;
import nightfill.harness.CountedStatements;
import nightfill.harness.Figures;
import nightfill.harness.Soak;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people look up takes as few statements, and as little time, among a million lines as among a few. */
final class LookScaleIT {

    /** The account of the session is looked up with another one. */
    private static final int MOST_STATEMENTS = 5;

    private static final int PAGE = 51;
    private static final int MOST_MILLIS = 1_000;

    @Soak
    @Test
    void each_page_takes_six_statements_at_most_however_much_there_is() {
        try (MigratedDatabase database = new MigratedDatabase();
                HikariDataSource pool = new HikariDataSource()) {
            YearsOfNights.fill(database);
            pool.setDataSource(new ReadingSessions(database.connection()));
            CountedStatements statements = new CountedStatements(pool);
            List<String> figures = new ArrayList<>();
            for (int round = 0; round < 2; round++) {
                figures.clear();
                pages(statements).forEach((name, page) -> figures.add(look(statements, name, page)));
            }
            Figures.count(LookScaleIT.class, String.join(", ", figures));
        }
    }

    /** What each page asks for; returns how many rows it gets. */
    private static Map<String, Supplier<Integer>> pages(DataSource sessions) {
        Reading reading = new Reading(sessions);
        StockRecords stock = new PostgresStockRecords(reading);
        Rejects rejects = new PostgresRejects(reading);
        PostgresRunFiles runs = new PostgresRunFiles(reading);
        RunName last = new RunName(YearsOfNights.LAST, 1);
        Map<String, Supplier<Integer>> pages = new LinkedHashMap<>();
        pages.put("found", () -> found(new PostgresNames(reading).called("PO-7"), Kind.BATCH));
        pages.put(
                "nothing found",
                () -> new PostgresNames(reading).called("no such name").size());
        pages.put("order", () -> order(sessions, "O-4711", 4_700, null));
        pages.put("large order", () -> order(sessions, "O-LARGE", 1_000_000, null));
        pages.put("its end", () -> order(sessions, "O-LARGE", 1_009_900, new OrderHistory.Key(9_000, 1, 1_009_910)));
        pages.put(
                "batch",
                () -> stock.batch("PO-7").orElseThrow().values().size()
                        + stock.heldBy("PO-7", 0, PAGE).size());
        pages.put(
                "SKU",
                () -> stock.sku("SKU-7").orElseThrow().batches().size()
                        + stock.waitingFor("SKU-7", 0, PAGE).size());
        pages.put("reports", () -> runs.of(last).orElseThrow().reports().size());
        pages.put(
                "rejects",
                () -> rejects.page(runs.of(last).orElseThrow().id(), Which.ALL, null, PAGE)
                        .size());
        pages.put(
                "rejects of a reason, from the middle on",
                () -> rejects.page(
                                runs.of(last).orElseThrow().id(),
                                new Which(null, "QUANTITY"),
                                new Rejects.Key(Feed.ORDER_LINES, 45_000),
                                PAGE)
                        .size());
        return pages;
    }

    private static int found(List<Kind> kinds, Kind expected) {
        assertThat(kinds).containsExactly(expected);
        return kinds.size();
    }

    private static int order(DataSource sessions, String id, long after, OrderHistory.@Nullable Key happened) {
        List<OrderRecords.Line> lines = new PostgresOrderRecords(new Reading(sessions)).lines(id, after, PAGE);
        List<Event> events = new PostgresOrderHistory(JdbcClient.create(sessions))
                .page(id, new OrderHistory.Turns(after, after + 50), happened, PAGE);
        assertThat(events).isNotEmpty();
        return lines.size() + events.size();
    }

    private static String look(CountedStatements statements, String name, Supplier<Integer> page) {
        statements.count();
        long begin = System.nanoTime();
        int rows = page.get();
        long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        int executed = statements.count();
        assertThat(executed).as(name).isLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(millis).as(name).isLessThan(MOST_MILLIS);
        return "%s %d rows %d ms %d statements".formatted(name, rows, millis, executed);
    }
}
