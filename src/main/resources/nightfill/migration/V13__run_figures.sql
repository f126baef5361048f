-- The figures of a finished run that lists and trends show, as they were counted from its rows when it was finished;
-- the rows of a long history cannot be counted each time that somebody looks.
create table run_figures (
    run_id bigint primary key references run,
    loaded_lines bigint not null check (loaded_lines >= 0),
    loaded_units bigint not null check (loaded_units >= loaded_lines),
    released_lines bigint not null check (released_lines >= 0),
    released_units bigint not null check (released_units >= released_lines),
    allocated_lines bigint not null check (allocated_lines >= 0),
    allocated_units bigint not null check (allocated_units >= allocated_lines),
    open_lines bigint not null check (open_lines >= 0),
    open_units bigint not null check (open_units >= open_lines),
    rows_read bigint not null,
    rows_rejected bigint not null check (rows_rejected between 0 and rows_read),
    control_totals bigint not null check (control_totals >= 0)
);

-- What former versions finished, from the rows that they left, which are kept of undone runs too.
insert into run_figures
with finished as (select id from run where state in ('FINISHED', 'REPLACED')),
    known as (
        select id, quantity, loaded_run from line
        union all
        select id, quantity, loaded_run from undone.line),
    bound as (
        select line_id, quantity, from_run, until_run from allocation
        union all
        select line_id, quantity, from_run, null from undone.allocation),
    ended as (
        select quantity, until_run from allocation where until_run is not null
        union all
        select quantity, undone.until_run
        from undone.allocation_end undone join bound using (line_id, from_run)),
    loaded as (select loaded_run as id, count(*) as lines, sum(quantity) as units from known group by loaded_run),
    released as (select until_run as id, count(*) as lines, sum(quantity) as units from ended group by until_run),
    allocated as (select from_run as id, count(*) as lines, sum(quantity) as units from bound group by from_run),
    open as (
        select run_id as id, count(*) as lines, sum(quantity) as units
        from (select run_id, line_id from shortage union all select run_id, line_id from undone.shortage) shortage
            join known on known.id = line_id
        group by run_id),
    fed as (select run_id as id, sum(rows) as read, sum(rejected) as rejected from accepted_feed group by run_id)
select id, coalesce(loaded.lines, 0), coalesce(loaded.units, 0), coalesce(released.lines, 0), coalesce(released.units, 0),
    coalesce(allocated.lines, 0), coalesce(allocated.units, 0), coalesce(open.lines, 0), coalesce(open.units, 0),
    coalesce(fed.read, 0), coalesce(fed.rejected, 0), coalesce(report.rows, 0)
from finished
    left join loaded using (id)
    left join released using (id)
    left join allocated using (id)
    left join open using (id)
    left join fed using (id)
    left join report on report.run_id = finished.id and report.name = 'control-totals.csv';

-- A list of nights goes back by dates, and finds what was attempted for a run.
create index run_date on run (business_date, id);
create index run_not_finished on run (business_date) where state in ('LOADING', 'ALLOCATING', 'DISCARDED');
create index batch_job_execution_params_run on batch_job_execution_params
    ((parameter_value::bigint), job_execution_id) where parameter_name = 'run';
