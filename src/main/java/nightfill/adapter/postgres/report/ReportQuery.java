package nightfill.adapter.postgres.report;

import nightfill.adapter.postgres.server.ShownRow;
import nightfill.application.report.Report;

/** The rows of a report, and the sort order in which it shows them; some are of what is {@link Gathered}. */
record ReportQuery(String rows, String sortOrder) {

    /** {@link AllocationRows} has the same rows. */
    static final ReportQuery ALLOCATIONS = new ReportQuery("""
            select order_id, line_number, sku.code, line.quantity, batch.reference, eta_text(value.eta)
            from allocation
                join line on line.id = allocation.line_id
                join sku on sku.id = line.sku_id
                join batch on batch.id = allocation.batch_id
                join batch_value value on value.batch_id = batch.id and value.until_run is null
            where allocation.from_run = :run
            """, "order by line.id");

    private static final ReportQuery UNALLOCATED = new ReportQuery("""
            select order_id, line_number, sku.code, line.quantity, reason, run.business_date
            from open_line line
                join sku on sku.id = line.sku_id
                join run on run.id = line.loaded_run
            """, "order by line.id");

    private static final ReportQuery RELEASED = new ReportQuery("""
            select order_id, line_number, sku.code, line.quantity, batch.reference,
                coalesce(released.cause, 'CANCELLED')
            from line
                join sku on sku.id = line.sku_id
                left join ended_allocation released on released.line_id = line.id and released.until_run = :run
                left join batch on batch.id = released.batch_id
            where line.id in (
                select line_id from ended_allocation where until_run = :run
                union all
                select id from line where cancelled_run = :run)
            """, "order by line.id");

    /** Only what lost its batch, or whose batch got another ETA, can have changed. */
    private static final ReportQuery PROMISES = new ReportQuery("""
            with changed as (
                    select batch_id from batch_value later join batch_value earlier using (batch_id)
                    where later.from_run = :run and earlier.until_run = :run
                        and later.eta is distinct from earlier.eta),
                touched as (
                    select line_id, batch_id from allocation where until_run = :run
                    union all
                    select line_id, batch_id from allocation join changed using (batch_id)
                    where from_run < :run and until_run is null)
            select order_id, line_number, sku.code, line.quantity, batch.reference, eta_text(promised.eta),
                other.reference, eta_text(value.eta), case
                    when other.id is null then 'LOST'
                    when promised.eta is not distinct from value.eta then 'MOVED'
                    when value.eta is null then 'ARRIVED'
                    when promised.eta > value.eta then 'EARLIER'
                    else 'DELAYED' end
            from touched
                join line on line.id = touched.line_id and line.cancelled_run is null
                join sku on sku.id = line.sku_id
                join batch on batch.id = touched.batch_id
                join batch_value promised on promised.batch_id = batch.id and promised.from_run < :run
                    and (promised.until_run is null or promised.until_run = :run)
                left join standing_allocation now on now.line_id = line.id
                left join batch other on other.id = now.batch_id
                left join batch_value value on value.batch_id = other.id and value.until_run is null
            where now.dispatched_run is null and (batch.id, promised.eta) is distinct from (other.id, value.eta)
            """, "order by line.id");

    private static final ReportQuery STOCK =
            new ReportQuery("""
            select batch.reference, sku.code, value.quantity, eta_text(value.eta), coalesce(promised, 0), coalesce(gone, 0),
                value.quantity - coalesce(promised, 0) - coalesce(gone, 0)
            from batch
                join sku on sku.id = batch.sku_id
                join batch_value value on value.batch_id = batch.id and value.until_run is null
                left join bound on bound.batch_id = batch.id
            """, "order by sku.code, value.eta nulls first, batch.reference");

    /** Of a row that is rejected for good, what was said when it was staged is not all that is known. */
    private static final ReportQuery REJECTS =
            new ReportQuery("""
            select feed || '.csv', line, reason, detail, %s
            from (
                select feed, row_number, line, reason, detail, raw from reject where run_id = :run
                union all
                select feed, row_number, line, reason, detail, raw from staged_line staged
                where run_id = :run and reason is not null and not exists (select from reject
                    where run_id = :run and feed = staged.feed and row_number = staged.row_number)
                union all
                select 'batches', row_number, line, reason, detail, raw from staged_batch staged
                where run_id = :run and reason is not null and not exists (select from reject
                    where run_id = :run and feed = 'batches' and row_number = staged.row_number)) rejected
            """.formatted(ShownRow.SQL), "order by feed, row_number");

    static ReportQuery of(Report report) {
        return switch (report) {
            case ALLOCATIONS -> ALLOCATIONS;
            case UNALLOCATED -> UNALLOCATED;
            case RELEASED -> RELEASED;
            case PROMISES -> PROMISES;
            case STOCK -> STOCK;
            case REJECTS -> REJECTS;
            case CONTROL_TOTALS -> throw new IllegalArgumentException("control totals are not read from rows");
        };
    }

    String inOrder() {
        return rows + sortOrder;
    }
}
