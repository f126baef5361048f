package nightfill.adapter.postgres.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.night.Resemblance;
import nightfill.domain.night.Resemblance.Alike;
import nightfill.domain.night.Resemblance.Pair;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Compares a run's new lines with earlier ones, once cancellations have taken effect. */
record ResemblanceQuery(RunSql sql, long known) {

    /** Lines that were allocated at once since the last night are earlier ones. */
    static ResemblanceQuery of(RunSql sql) {
        return new ResemblanceQuery(
                sql,
                sql.prepared("select " + RunSql.TURNS_BEFORE_ORDER_LINES)
                        .query(Long.class)
                        .single());
    }

    private static final String EARLIER = """
            select earlier.*
            from met_before join line earlier on earlier.order_id = met_before.order_id
            where earlier.id <= :known and earlier.cancelled_run is null
            """;

    Resemblance resemblance() {
        if (sql.run().turnsBefore() == 0 || gatherOrders() == 0) {
            return Resemblance.NONE;
        }
        Resemblance resemblance = new Resemblance(loaded(), renumbered(), changed());
        sql.update("drop table met_before");
        return resemblance;
    }

    /** The orders that have lines of tonight and earlier ones: on most nights none, or few. */
    private int gatherOrders() {
        sql.update("create temporary table if not exists met_before (order_id text collate \"C\")");
        int orders = prepared("""
                insert into met_before
                select distinct order_id from line fresh
                where id > :known
                    and exists (select from line where order_id = fresh.order_id and id <= :known)
                """).update();
        sql.update(orders == 0 ? "drop table met_before" : "analyze met_before");
        return orders;
    }

    private long loaded() {
        return prepared("select count(*) from line where id > :known")
                .query(Long.class)
                .single();
    }

    private Alike renumbered() {
        return alike("""
                join (
                    select order_id, sku_id, quantity as same, quantity,
                        (array_agg(line_number order by id desc))[1] as line_number
                    from (%s) earlier
                    group by order_id, sku_id, quantity) known
                on (known.order_id, known.sku_id, known.same) = (fresh.order_id, fresh.sku_id, fresh.quantity)
                """.formatted(EARLIER));
    }

    private Alike changed() {
        return alike("""
                join (
                    select order_id, sku_id, (array_agg(quantity order by id desc))[1] as quantity,
                        (array_agg(line_number order by id desc))[1] as line_number,
                        array_agg(distinct quantity) as quantities
                    from (%s) earlier
                    group by order_id, sku_id) known
                on (known.order_id, known.sku_id) = (fresh.order_id, fresh.sku_id)
                    and fresh.line_number = ''
                    and fresh.quantity <> all (known.quantities)
                """.formatted(EARLIER));
    }

    private Alike alike(String known) {
        List<Pair> first = new ArrayList<>();
        long lines = prepared("""
                        select count(*) over () as lines, fresh.order_id, fresh.line_number, sku.code as sku, fresh.quantity,
                            known.line_number as known_number, known.quantity as known_quantity
                        from met_before
                            join line fresh on fresh.order_id = met_before.order_id and fresh.id > :known
                                and fresh.cancelled_run is null
                            %s
                            join sku on sku.id = fresh.sku_id
                        order by fresh.id limit :named
                        """.formatted(known))
                .param("named", Resemblance.NAMED)
                .query((row, index) -> {
                    first.add(pair(row));
                    return row.getLong("lines");
                })
                .list()
                .stream()
                .findFirst()
                .orElse(0L);
        return new Alike(lines, first);
    }

    private StatementSpec prepared(String statement) {
        return sql.prepared(statement).param("known", known);
    }

    private static Pair pair(ResultSet row) throws SQLException {
        String order = row.getString("order_id");
        String sku = row.getString("sku");
        return new Pair(
                new OrderLine(order, row.getString("line_number"), sku, row.getInt("quantity")),
                new OrderLine(order, row.getString("known_number"), sku, row.getInt("known_quantity")));
    }
}
