package nightfill.adapter.postgres.night;

import nightfill.adapter.postgres.server.RunSql;
import nightfill.adapter.postgres.server.TwinOf;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.night.Purchases;
import nightfill.domain.words.Rules;

/** Takes new and changed batches from the staged rows. */
@TwinOf(Purchases.class)
record BatchTaking(RunSql sql) {

    private static final String LATER = """
            select batch_id from batch_value join run on run.id = from_run
            where run.state = 'FINISHED' and run.business_date > :date
            union
            select batch_id from batch_unchanged join run on run.id = run_id
            where run.state = 'FINISHED' and run.business_date > :date""";

    private static final String LATER_SNAPSHOT = """
            exists (
                select from run
                where run.state = 'FINISHED' and run.business_date > :date and run.batches = 'SNAPSHOT')""";

    /** What has left of each batch, of which something has. */
    private static final String DISPATCHED = """
            select batch_id, gone as dispatched from bound_in(:run) where gone > 0""";

    void take(BatchFeed listing) {
        gatherFed();
        reject("SKU_CHANGED", "'the batch is known under SKU ' || known_sku", "where known_sku <> sku");
        rejectAmbiguous();
        passOverSuperseded();
        rejectBelowDispatched();
        passOverRepeated();
        passOverUnchanged();
        if (listing == BatchFeed.SNAPSHOT) {
            emptyLacking();
        }
        learnSkus();
        insertBatches();
        endFormerValues();
        insertValues();
        tellWhatBatchesKeep();
        sql.update("drop table fed");
    }

    private void gatherFed() {
        sql.update("""
                create temporary table fed as
                select staged.*, batch.id as batch_id, sku.code as known_sku, value.quantity as known_quantity,
                    value.eta as known_eta, false as lacked
                from staged_batch staged
                    left join batch on batch.reference = staged.reference
                    left join sku on sku.id = batch.sku_id
                    left join batch_value value on value.batch_id = batch.id and value.until_run is null
                where staged.run_id = :run and staged.reason is null
                """);
        sql.update("create index on fed (reference)");
        sql.update("analyze fed");
    }

    private void rejectAmbiguous() {
        reject("AMBIGUOUS", "'rows of this feed differ about the batch: lines ' || lines", """
                using (
                    select reference, string_agg(line::text, ', ' order by line) filter (where place <= 10)
                        || case when count(*) > 10 then ', …' else '' end as lines
                    from (select *, row_number() over (partition by reference order by line) as place from fed) numbered
                    group by reference
                    having count(distinct (sku, quantity, coalesce(eta, date '-infinity'))) > 1) differing
                where differing.reference = fed.reference
                """);
    }

    /** A late night's word about a batch yields to that of any later date, which may have listed all batches. */
    private void passOverSuperseded() {
        passOver("SUPERSEDED", "where " + LATER_SNAPSHOT);
        passOver("SUPERSEDED", "using (%s) later where later.batch_id = fed.batch_id".formatted(LATER));
    }

    private void rejectBelowDispatched() {
        reject("BELOW_DISPATCHED", "'units dispatched from the batch: ' || dispatched", """
                using (%s) gone
                where gone.batch_id = fed.batch_id and fed.quantity < dispatched
                """.formatted(DISPATCHED));
    }

    private void passOverRepeated() {
        passOver("DUPLICATE", """
                using (select reference, min(row_number) as row_number from fed group by reference) first
                where first.reference = fed.reference and fed.row_number > first.row_number
                """);
    }

    private void passOverUnchanged() {
        sql.update("""
                insert into batch_unchanged
                select :run, batch_id from fed
                where known_quantity = quantity and known_eta is not distinct from eta
                """);
        passOver("DUPLICATE", "where known_quantity = quantity and known_eta is not distinct from eta");
    }

    /** A batch that any row names was not forgotten, whatever became of the row. */
    private void emptyLacking() {
        sql.update("""
                insert into fed (reference, sku, known_sku, quantity, eta, batch_id, lacked)
                select reference, sku.code, sku.code, coalesce(dispatched, 0), value.eta, batch.id, true
                from batch
                    join sku on sku.id = batch.sku_id
                    join batch_value value on value.batch_id = batch.id and value.until_run is null
                    left join (%s) gone on gone.batch_id = batch.id
                where value.quantity > coalesce(dispatched, 0)
                    and not exists (
                        select from staged_batch staged
                        where staged.run_id = :run and staged.reference = batch.reference)
                    and not exists (select from (%s) later where later.batch_id = batch.id)
                    and not %s
                """.formatted(DISPATCHED, LATER, LATER_SNAPSHOT));
    }

    private void learnSkus() {
        sql.update("""
                insert into sku (code)
                select distinct sku from fed where not exists (select from sku where code = fed.sku)
                """);
    }

    private void insertBatches() {
        sql.update("""
                insert into batch (reference, sku_id, first_run)
                select reference, sku.id, :run from fed join sku on sku.code = fed.sku
                where batch_id is null
                order by row_number
                """);
    }

    private void endFormerValues() {
        sql.update("""
                update batch_value set until_run = :run
                from fed
                where batch_value.batch_id = fed.batch_id and batch_value.until_run is null
                """);
    }

    private void insertValues() {
        sql.update("""
                insert into batch_value (batch_id, from_run, quantity, eta, lacked)
                select batch.id, :run, quantity, eta, lacked from fed join batch on batch.reference = fed.reference
                """);
    }

    private void reject(String reason, String detail, String which) {
        sql.update("""
                with gone as (delete from fed %s returning fed.*, %s as why)
                insert into reject (run_id, feed, row_number, line, reason, detail, raw)
                select run_id, 'batches', row_number, line, '%s', why, raw from gone
                """.formatted(which, detail, reason));
    }

    private void passOver(String verdict, String which) {
        sql.update("""
                with gone as (delete from fed %s returning fed.row_number)
                insert into without_effect select :run, 'batches', row_number, '%s' from gone
                """.formatted(which, verdict));
    }

    /** Beside each rejected row about a known batch, unless another row has given that a new value. */
    private void tellWhatBatchesKeep() {
        if (sql.run().rules().have(Rules.TWO)) {
            sql.update("""
                    with named as materialized (
                            select reject.row_number, staged.reference
                            from reject join staged_batch staged using (run_id, row_number)
                            where reject.run_id = :run and reject.feed = 'batches' and staged.reference is not null),
                        kept as materialized (
                            select batch.reference, format('; the batch keeps its former values: %s units, %s; units of it promised: %s',
                                value.quantity, coalesce('ETA ' || eta_text(value.eta), 'in the warehouse'),
                                coalesce(promised, 0)) as detail
                            from (select distinct reference from named) once
                                join batch on batch.reference = once.reference
                                join batch_value value on value.batch_id = batch.id and value.until_run is null
                                left join bound_in(:run) bound on bound.batch_id = batch.id
                            where value.from_run <> :run)
                    update reject set detail = reject.detail || kept.detail
                    from named join kept on kept.reference = named.reference
                    where reject.run_id = :run and reject.feed = 'batches' and reject.row_number = named.row_number
                    """);
        }
    }
}
