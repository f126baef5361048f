package nightfill.adapter.postgres.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nightfill.adapter.postgres.night.PostgresLedger;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.adapter.postgres.server.TextRows;
import nightfill.application.replay.PastNights;
import nightfill.domain.allocation.Batch;
import nightfill.domain.feed.Feed;
import nightfill.domain.night.LineState;
import nightfill.domain.night.NightState;
import nightfill.domain.run.Run;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Past nights from the runs that rows carry. */
public final class PostgresPastNights implements PastNights {

    private static final String BATCHES = """
            select reference, sku.code as sku, value.quantity, value.eta, coalesce(gone.quantity, 0) as dispatched
            from batch
                join sku on sku.id = batch.sku_id
                join batch_value value on value.batch_id = batch.id
                    and from_run < :run and (until_run is null or until_run >= :run)
                left join (
                    select batch_id, sum(quantity) as quantity from allocation
                    where dispatched_run < :run
                    group by batch_id) gone on gone.batch_id = batch.id
            """;

    private static final String IN_PLAY = """
            select line.id, order_id, line_number, sku.code as sku, line.quantity, run.business_date, reference
            from line
                join sku on sku.id = line.sku_id
                join run on run.id = loaded_run
                left join allocation on line_id = line.id
                    and from_run < :run and (until_run is null or until_run >= :run)
                left join batch on batch.id = batch_id
            where loaded_run < :run and (cancelled_run is null or cancelled_run >= :run)
                and (left_run is null or left_run >= :run)
                and (dispatched_run is null or dispatched_run >= :run)
            """;

    private static final String CLOSED = """
            select order_id, line_number, sku.code as sku, line.quantity,
                case when cancelled_run < :run then 'CANCELLED' when left_run < :run then 'LEFT' else 'DISPATCHED' end
                    as state
            from line
                join sku on sku.id = line.sku_id
                left join standing_allocation on line_id = line.id
            where order_id = any (:orders::text[]) and (cancelled_run < :run or left_run < :run or dispatched_run < :run)
            """;

    private static final String SUPERSEDED = """
            select reference from batch join batch_value on batch_id = batch.id join run on run.id = from_run
            where run.id < :run and run.state = 'FINISHED' and run.business_date > :date
            union
            select reference from batch join batch_unchanged on batch_id = batch.id join run on run.id = run_id
            where run.id < :run and run.state = 'FINISHED' and run.business_date > :date
            """;

    private static final String ALL_SUPERSEDED = """
            select exists (
                select from run
                where id < :run and state = 'FINISHED' and business_date > :date and batches = 'SNAPSHOT')
            """;

    private static final String BELATED = """
            select feed, order_id, line_number, sku, quantity
            from reject join run on run.id = run_id
            where run.id < :run and run.state = 'FINISHED' and run.business_date > :date
                and reason = 'UNKNOWN_LINE'
            """;

    private final JdbcClient jdbc;

    public PostgresPastNights(DataSource dataSource) {
        this.jdbc = RunSql.streaming(dataSource);
    }

    @Override
    public NightState before(Run run, Collection<String> orderIds) {
        RunSql sql = new RunSql(jdbc, run);
        NightState state = new NightState();
        forEach(sql.prepared(BATCHES), row -> state.know(batch(row)));
        forEach(sql.prepared(IN_PLAY), row -> knowLine(state, row));
        forEach(
                sql.prepared(CLOSED).param("orders", orderIds.toArray(String[]::new)),
                row -> state.knowClosed(PostgresLedger.orderLine(row), LineState.valueOf(row.getString("state"))));
        forEach(sql.prepared(SUPERSEDED), row -> state.knowSuperseded(row.getString("reference")));
        if (sql.prepared(ALL_SUPERSEDED).query(Boolean.class).single()) {
            state.knowAllSuperseded();
        }
        forEach(
                sql.prepared(BELATED),
                row -> state.knowBelated(Feed.of(row.getString("feed")), PostgresLedger.orderLine(row)));
        return state;
    }

    @Override
    public void forEachEffect(Run run, Effect effect, Consumer<List<String>> action) {
        TextRows.forEach(new RunSql(jdbc, run).prepared(EffectQuery.of(effect)), action);
    }

    private static void forEach(StatementSpec query, RowCallbackHandler action) {
        query.query(action);
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getString("reference"),
                row.getString("sku"),
                row.getInt("quantity"),
                row.getObject("eta", LocalDate.class),
                row.getLong("dispatched"));
    }

    private static void knowLine(NightState state, ResultSet row) throws SQLException {
        state.know(
                PostgresLedger.openLine(row),
                row.getObject("business_date", LocalDate.class),
                row.getString("reference"));
    }
}
