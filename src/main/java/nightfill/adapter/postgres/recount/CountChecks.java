package nightfill.adapter.postgres.recount;

import java.util.List;

/** Whether the counts that were kept are those of the rows. */
final class CountChecks {

    private static final Check READ =
            new Check("rows read of each feed = applied + duplicate + superseded + rejected", """
            select %s || ' read ' || coalesce(rows::text, 'no') || ' rows of ' || feed || '.csv, and '
                || coalesce((applied + duplicate + superseded + rejected)::text, 'none') || ' have a verdict' as what
            from accepted_feed join run on run.id = run_id
            where state in ('ALLOCATING', 'FINISHED', 'REPLACED')
                and rows is distinct from applied + duplicate + superseded + rejected
            """.formatted(Check.RUN));

    private static final Check REJECTED =
            new Check("rejected rows of each feed are as many as were counted", """
            select %s || ' counted ' || coalesce(rejected, 0) || ' rejects of ' || feed || '.csv and keeps '
                || coalesce(kept, 0) as what
            from (select * from accepted_feed where rows is not null) counted
                full join (select run_id, feed, count(*) as kept from reject group by run_id, feed) told
                    using (run_id, feed)
                join run on run.id = run_id
            where state in ('ALLOCATING', 'FINISHED', 'REPLACED') and coalesce(rejected, 0) <> coalesce(kept, 0)
            """.formatted(Check.RUN));

    /**
     * A line that was loaded and cancelled, or dispatched, by one run may have been so for a later date's feed; until its
     * run has allocated, a dispatch waits.
     */
    private static final Check APPLIED =
            new Check("applied rows of each feed are as many as there is to show of them", """
            select %1$s || ' counted ' || coalesce(applied, 0) || ' applied rows of ' || feed || '.csv, and '
                || least || coalesce(' to ' || nullif(most, least), '') || ' can be seen' as what
            from (
                select run.*, case feed
                        when 'order_lines' then (
                            select count(*) from line where loaded_run = run.id and line.id > turns_before + openings + urgent)
                        when 'batches' then (
                            select count(*) from batch_value where from_run = run.id and not lacked)
                        when 'dispatches' then (
                            select count(*) from allocation join line on line.id = line_id
                            where dispatched_run = run.id
                                and (from_run < run.id or (rules <> '1' and loaded_run < run.id)))
                        when 'allocations' then (
                            select count(*) from line where loaded_run = run.id and line.id <= turns_before + openings) - unkept
                        when 'urgent' then (
                            select count(*) from line
                            where loaded_run = run.id and line.id > turns_before + openings
                                and line.id <= turns_before + openings + urgent) - unkept
                        else (select count(*) from line where cancelled_run = run.id and loaded_run < run.id) end as least,
                    case
                        when feed = 'cancellations' then (select count(*) from line where cancelled_run = run.id)
                        when feed = 'dispatches' and rules <> '1' then (
                            select count(*) from allocation where dispatched_run = run.id) + (
                            select count(*) from waiting_dispatch waiting
                            where run_id = run.id and state = 'ALLOCATING' and not exists (
                                select from allocation where line_id = waiting.line_id and dispatched_run = run.id)) end as most
                from (
                    select run.id, business_date, number, state, rules, turns_before, noted.feed, noted.applied,
                        %2$s,
                        (select count(*) from reject
                            where run_id = run.id and reject.feed = noted.feed
                                and reason in ('UNKNOWN_BATCH', 'DOES_NOT_FIT')) as unkept
                    from accepted_feed noted
                        join run on run.id = noted.run_id and state in ('ALLOCATING', 'FINISHED')) run) run
            where applied is null or applied not between least and coalesce(most, least)
            """.formatted(
                            Check.RUN, Check.PROMISED_TURNS));

    private static final Check REPORTED =
            new Check("the reports of each run have as many rows as there is to report", """
            select %s || ' reported ' || rows || ' rows in ' || name || ', and there are ' || counted as what
            from (
                select run.*, name, rows, case name
                    when 'allocations.csv' then (select count(*) from allocation where from_run = run.id)
                    when 'unallocated.csv' then (select count(*) from shortage where run_id = run.id)
                    when 'released.csv' then (
                        select count(*) from allocation where until_run = run.id) + (
                        select count(*) from line
                        where cancelled_run = run.id and not exists (
                            select from allocation where line_id = line.id and until_run = run.id))
                    when 'stock.csv' then (select count(*) from batch where first_run <= run.id)
                    when 'rejects.csv' then (select count(*) from reject where run_id = run.id) end as counted
                from report join run on run.id = run_id
                where state = 'FINISHED') run
            where rows <> counted
            """.formatted(Check.RUN));

    private static final Check ON_RECORD =
            new Check("every finished run has the hashes of its reports on record", """
            select %1$s || ' lacks that of its manifest' as what
            from run
            where state in ('FINISHED', 'REPLACED') and manifest_sha256 is null
            union all
            select %1$s || ' lacks that of ' || wanted.name as what
            from run
                cross join (values ('allocations.csv'), ('unallocated.csv'), ('released.csv'), ('stock.csv'),
                    ('rejects.csv'), ('control-totals.csv')) wanted (name)
            where state in ('FINISHED', 'REPLACED')
                and not exists (select from report where run_id = run.id and report.name = wanted.name)
            """.formatted(Check.RUN));

    private static final Check FIGURES =
            new Check("the figures kept of each finished run are those of its rows", """
            select %1$s || ' keeps ' || coalesce(kept::text, 'none') || ' ' || figure || ', and there are ' || counted
                as what
            from run
                left join run_figures on run_id = run.id
                cross join lateral (
                    select 'lines loaded', loaded_lines, 'units loaded', loaded_units, count(*), sum(quantity)
                    from line where loaded_run = run.id
                    union all
                    select 'lines released', released_lines, 'units released', released_units, count(*), sum(quantity)
                    from allocation where until_run = run.id
                    union all
                    select 'lines allocated', allocated_lines, 'units allocated', allocated_units, count(*), sum(quantity)
                    from allocation where from_run = run.id
                    union all
                    select 'lines open', open_lines, 'units open', open_units, count(*), sum(quantity)
                    from shortage join line on line.id = line_id where shortage.run_id = run.id
                    union all
                    select 'rows read', rows_read, 'rows rejected', rows_rejected, sum(rows), sum(rejected)
                    from accepted_feed where accepted_feed.run_id = run.id
                    union all
                    select 'control totals', control_totals, 'control totals', control_totals, sum(rows), sum(rows)
                    from report where report.run_id = run.id and name = 'control-totals.csv') two
                    (figure_1, kept_1, figure_2, kept_2, counted_1, counted_2)
                cross join lateral (
                    values (figure_1, kept_1, counted_1), (figure_2, kept_2, counted_2)) one (figure, kept, counted)
            where state = 'FINISHED' and kept is distinct from coalesce(counted, 0)
            union all
            select %1$s || ' keeps figures, and is ' || state
            from run_figures join run on run.id = run_id
            where state not in ('FINISHED', 'REPLACED')
            """.formatted(Check.RUN));

    static final List<Check> ALL = List.of(READ, REJECTED, APPLIED, REPORTED, ON_RECORD, FIGURES);

    private CountChecks() {}
}
