package nightfill.adapter.postgres.night;

import nightfill.adapter.postgres.server.RunSql;
import nightfill.domain.words.Rules;

/** Says of rejected rows about known batches what those keep, and how much of it is promised. */
record KeptBatches(RunSql sql) {

    /** Another row may have given the batch a new value, or the first. */
    void tell() {
        if (sql.run().rules().have(Rules.TWO)) {
            sql.update("""
                    with named as materialized (
                            select reject.row_number, staged.reference
                            from reject join staged_batch staged using (run_id, row_number)
                            where reject.run_id = :run and reject.feed = 'batches' and staged.reference is not null),
                        kept as materialized (
                            select batch.reference, format('; the batch keeps its former values: %s units, %s; units of it promised: %s',
                                value.quantity, coalesce('ETA ' || eta_text(value.eta), 'in the warehouse'), (
                                    select coalesce(sum(allocation.quantity), 0) from allocation
                                    where batch_id = batch.id and until_run is null and dispatched_run is null)) as detail
                            from (select distinct reference from named) once
                                join batch on batch.reference = once.reference
                                join batch_value value on value.batch_id = batch.id and value.until_run is null
                            where value.from_run <> :run)
                    update reject set detail = reject.detail || kept.detail
                    from named join kept on kept.reference = named.reference
                    where reject.run_id = :run and reject.feed = 'batches' and reject.row_number = named.row_number
                    """);
        }
    }
}
