package nightfill.adapter.postgres.night;

import java.util.List;
import java.util.function.Consumer;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.application.night.Ledger;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The SKUs that a run has to do with. */
record SkuQuery(RunSql sql) implements Ledger.Skus {

    /** So many are compared at most: it takes memory. */
    private static final int MOST = 20_000;

    @Override
    public List<String> withoutBatch() {
        return sql.prepared("""
                        select code from sku
                        where not exists (select from batch where sku_id = sku.id)
                        order by code limit :most
                        """).param("most", MOST).query(String.class).list();
    }

    @Override
    public void forEachWithBatch(Consumer<String> action) {
        sql.prepared("select code from sku where exists (select from batch where sku_id = sku.id)")
                .query((RowCallbackHandler) row -> action.accept(row.getString(1)));
    }

    @Override
    public List<String> waiting(List<String> skus) {
        if (skus.isEmpty()) {
            return List.of();
        }
        return sql.prepared("""
                        select code from sku
                        where code = any (:skus)
                            and exists (
                                select from line
                                where sku_id = sku.id and cancelled_run is null and left_run is null)
                        order by code
                        """)
                .param("skus", skus.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Lines whose SKU nobody knows are rejected; whether such SKUs are known at all takes less than a look at all lines. */
    @Override
    public List<String> fedWith(String part) {
        List<String> such = sql.prepared("select code from sku where position(:part in code) > 0")
                .param("part", part)
                .query(String.class)
                .list();
        return sql.prepared("""
                        select sku from staged_line
                        where cardinality(:such::text[]) > 0 and run_id = :run and sku = any (:such)
                        union
                        select code from sku
                        where code = any (:such)
                            and exists (select from line where sku_id = sku.id and loaded_run = :run)
                        union
                        select sku from staged_batch where run_id = :run and position(:part in sku) > 0
                        union
                        select sku from reject where run_id = :run and position(:part in sku) > 0
                        order by sku
                        """)
                .param("such", such.toArray(String[]::new))
                .param("part", part)
                .query(String.class)
                .list();
    }
}
