package nightfill.adapter.postgres.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.application.figures.SilentBatches;
import nightfill.application.figures.SilentBatches.SilentBatch;
import nightfill.domain.run.RunName;

/** Finds the batches about which purchasing has said nothing in as many nights as the run says. */
record SilentQuery(RunSql sql) {

    private static final int LONGEST = 10;

    /**
     * Whoever sends all batches each night said something tonight: when each of the others was confirmed last is found in
     * one pass.
     */
    private static final String SILENT = """
            with heard as (
                    select id from run
                    where id <= :run and (id = :run or state = 'FINISHED')
                    order by id desc limit :nights),
                quiet as materialized (
                    select batch_id, quantity, eta, from_run from batch_value
                    where until_run is null and quantity > 0 and from_run < (select min(id) from heard)
                        and (select count(*) from heard) = :nights
                        and not exists (select from batch_unchanged where run_id = :run and batch_id = batch_value.batch_id)),
                confirmed as (
                    select batch_id, max(run_id) as run_id from batch_unchanged
                    where batch_id in (select batch_id from quiet)
                    group by batch_id),
                silent as materialized (
                    select batch_id, quantity, eta, greatest(from_run, run_id) as last_run
                    from quiet left join confirmed using (batch_id)
                    where coalesce(run_id, from_run) < (select min(id) from heard))
            select reference, sku.code, eta, silent.quantity - coalesce(gone, 0) as left, coalesce(promised, 0) as promised,
                run.business_date, run.number, count(*) over () as batches
            from silent
                left join bound using (batch_id)
                join batch on batch.id = batch_id
                join sku on sku.id = sku_id
                join run on run.id = last_run
            where silent.quantity > coalesce(gone, 0)
            order by run.id, reference
            limit :most
            """;

    SilentBatches silent() {
        int nights = sql.run().terms().purchasing().silentNights();
        return nights == 0 ? SilentBatches.NONE : silent(nights);
    }

    private SilentBatches silent(int nights) {
        List<Counted> longest = sql.prepared(SILENT)
                .param("nights", nights)
                .param("most", LONGEST)
                .query((row, index) -> new Counted(batch(row), row.getLong("batches")))
                .list();
        return longest.isEmpty()
                ? SilentBatches.NONE
                : new SilentBatches(
                        longest.get(0).of(),
                        longest.stream().map(Counted::batch).toList());
    }

    /** One of that many. */
    private record Counted(SilentBatch batch, long of) {}

    private static SilentBatch batch(ResultSet row) throws SQLException {
        return new SilentBatch(
                row.getString("reference"),
                row.getString("code"),
                row.getObject("eta", LocalDate.class),
                row.getLong("left"),
                row.getLong("promised"),
                new RunName(row.getObject("business_date", LocalDate.class), row.getInt("number")));
    }
}
