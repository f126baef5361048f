package nightfill.adapter.postgres.night;

import nightfill.adapter.postgres.server.RunSql;
import nightfill.adapter.postgres.server.TwinOf;
import nightfill.domain.feed.Feed;
import nightfill.domain.night.Arrivals;

/** Loads order lines: staged rows become lines, unless the line is known. */
@TwinOf(Arrivals.class)
record LineLoading(RunSql sql) {

    /** Of the very many lines that are loaded hardly one meets another: of their own feed those that were noted, or waited. */
    private static final String MET = """
            select * from line
            where loaded_run = :run and line_number <> ''
                and id in (
                    select unnest(numbers_met) from read_lines where run_id = :run
                    union
                    select %1$s from staged_line where run_id = :run and %2$s
                    union
                    select fresh.id from line fresh
                    where :before > 0 and fresh.loaded_run = :run and fresh.line_number <> '' and exists (
                        select from line earlier
                        where (earlier.order_id, earlier.line_number) = (fresh.order_id, fresh.line_number)
                            and earlier.id <= :before))
            """.formatted(RunSql.STAGED_TURN, RunSql.WITH_NEW_LINES);

    /** A line that came with others of its feed at once: the first of all that equal those left out. */
    private static final String LOADED_AT_ONCE = """
            select feed, order_id, line_number, sku, quantity, line.id - %1$s, coalesce(feed_line, line.id - %1$s + 1)
            from left_out
                join sku on sku.code = left_out.sku
                join line using (order_id, line_number, quantity)
            where feed = 'order_lines' and line.sku_id = sku.id and loaded_run = :run and line.id > %1$s
            """.formatted(RunSql.TURNS_BEFORE_ORDER_LINES);

    void load() {
        sql.prepared("select create_line_indexes()").query().singleRow();
        learnSkus();
        Feed.WITH_NEW_LINES.forEach(this::insertLines);
        sql.update("analyze order_line, sku");
        gatherLeftOut();
        rejectRepeated();
        rejectCancelledBefore();
        warnOfDispatched();
        sql.update("insert into without_effect select run_id, feed, row_number, 'DUPLICATE' from left_out");
        sql.update("drop table left_out");
        warnOfOtherData();
    }

    private void learnSkus() {
        sql.update("""
                insert into sku (code)
                select distinct sku from staged_line staged
                where run_id = :run and %s and reason is null
                    and not exists (select from sku where code = staged.sku)
                """.formatted(RunSql.WITH_NEW_LINES));
    }

    /** The first of equal rows wins; a line that is known already stays as it is. */
    private void insertLines(Feed feed) {
        sql.update("""
                insert into order_line (id, order_id, line_number, sku_id, quantity, loaded_run, feed_line)
                select %s, order_id, line_number, sku.id, quantity, :run, nullif(line, row_number + 1)
                from staged_line staged join sku on sku.code = staged.sku
                where run_id = :run and feed = '%s' and reason is null
                order by row_number
                on conflict (order_id, line_number, sku_id, quantity) do nothing
                """.formatted(RunSql.STAGED_TURN, feed.label()));
    }

    private void gatherLeftOut() {
        sql.update("""
                create temporary table left_out as
                select staged.* from staged_line staged
                where run_id = :run and %s and reason is null
                    and not exists (select from line where line.id = %s)
                """.formatted(RunSql.WITH_NEW_LINES, RunSql.STAGED_TURN));
    }

    /** The first of them may have been loaded at once; then no other was. */
    private void rejectRepeated() {
        sql.update("""
                with repeated as (
                    delete from left_out using (
                        select feed, order_id, line_number, sku, quantity, min(row_number) as row_number,
                            min(line) as line
                        from (
                            select feed, order_id, line_number, sku, quantity, row_number, line
                            from staged_line
                            where run_id = :run and %s and reason is null
                            union all
                            %s) read
                        group by feed, order_id, line_number, sku, quantity) as first
                    where (left_out.feed, left_out.order_id, left_out.line_number, left_out.sku, left_out.quantity)
                            = (first.feed, first.order_id, first.line_number, first.sku, first.quantity)
                        and left_out.row_number > first.row_number
                    returning left_out.*, first.line as first_line)
                insert into reject
                select run_id, feed, row_number, line, 'REPEATED',
                    'the same order line stands on line ' || first_line || ' already; line numbers tell equal lines apart',
                    raw, order_id, line_number, sku, quantity
                from repeated
                """.formatted(RunSql.WITH_NEW_LINES, LOADED_AT_ONCE));
    }

    private void rejectCancelledBefore() {
        sql.update("""
                with cancelled as (
                    delete from left_out using line, sku, run
                    where sku.code = left_out.sku and run.id = line.cancelled_run
                        and (line.order_id, line.line_number, line.sku_id, line.quantity)
                            = (left_out.order_id, left_out.line_number, sku.id, left_out.quantity)
                    returning left_out.*, run.business_date)
                insert into reject
                select run_id, feed, row_number, line, 'CANCELLED_BEFORE', 'the order line was cancelled on ' || business_date,
                    raw, order_id, line_number, sku, quantity
                from cancelled
                """);
    }

    /** A shop that sends them again may not know that they have left. */
    private void warnOfDispatched() {
        sql.update("""
                insert into warning (run_id, text)
                select :run, format('%s rows of order_lines.csv equal lines that were dispatched, and change nothing: %s%s',
                    count(*), string_agg(name, ', ' order by place) filter (where place <= 10),
                    case when count(*) > 10 then format(', and %s more', count(*) - 10) else '' end)
                from (
                    select row_number() over (order by left_out.row_number) as place, format('order %s%s (%s of %s)',
                        left_out.order_id, case left_out.line_number when '' then '' else ' line ' || left_out.line_number end,
                        left_out.quantity, left_out.sku) as name
                    from left_out
                        join sku on sku.code = left_out.sku
                        join line on (line.order_id, line.line_number, line.sku_id, line.quantity)
                            = (left_out.order_id, left_out.line_number, sku.id, left_out.quantity)
                        left join standing_allocation allocation on allocation.line_id = line.id
                    where left_out.feed = 'order_lines'
                        and (allocation.dispatched_run is not null or line.left_run is not null)) gone
                having count(*) > 0
                """);
    }

    private void warnOfOtherData() {
        sql.update("""
                insert into warning (run_id, text)
                with met as materialized (%s)
                select :run, format('order %%s line %%s is known with other data: %%s of %%s, now also %%s of %%s',
                    met.order_id, met.line_number, known.quantity, known_sku.code, met.quantity, sku.code)
                from met
                    join sku on sku.id = met.sku_id
                    join lateral (
                        select * from line earlier
                        where (earlier.order_id, earlier.line_number) = (met.order_id, met.line_number)
                            and earlier.id < met.id
                        order by earlier.id desc limit 1) known on true
                    join sku known_sku on known_sku.id = known.sku_id
                order by met.id
                """.formatted(MET));
    }
}
