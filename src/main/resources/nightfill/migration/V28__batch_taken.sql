-- What is allocated of each batch, carried from night to night: adding up the allocations of all nights takes a night of a
-- few lines as long as one of millions. It follows from the allocations, and the audit holds it to them.
create table batch_taken (
    batch_id integer primary key,
    lines bigint not null,
    promised bigint not null,
    gone_lines bigint not null,
    gone bigint not null,
    constraint batch_taken_promised check (lines >= 0 and promised >= lines),
    constraint batch_taken_gone check (gone_lines >= 0 and gone >= gone_lines),
    constraint batch_taken_something check (promised + gone > 0)
);

-- What a run changed of it.
create function taken_by(of_run bigint) returns table
    (batch_id integer, lines bigint, promised bigint, gone_lines bigint, gone bigint)
    language sql stable parallel safe as $$
    select batch_id, sum(lines)::bigint, sum(promised)::bigint, sum(gone_lines)::bigint, sum(gone)::bigint
    from (
        select batch_id, (dispatched_run is null)::integer as lines,
            case when dispatched_run is null then quantity else 0 end as promised,
            (dispatched_run is not null)::integer as gone_lines,
            case when dispatched_run is null then 0 else quantity end as gone
        from standing_allocation where from_run = of_run
        union all
        select batch_id, -1, -quantity, 1, quantity
        from standing_allocation where dispatched_run = of_run and from_run < of_run
        union all
        select batch_id, -1, -quantity, 0, 0 from ended_allocation where until_run = of_run) change
    group by batch_id
    $$;

-- It changes with the state of a run: when one is finished, and, before its allocations go, when one that was is undone.
create function carry_taken() returns trigger language plpgsql set enable_nestloop = off as $$
begin
    merge into batch_taken
    using (
        select batch_id, sign * lines as lines, sign * promised as promised, sign * gone_lines as gone_lines,
            sign * gone as gone
        from taken_by(new.id), (select case new.state when 'FINISHED' then 1 else -1 end as sign) direction) change
    on change.batch_id = batch_taken.batch_id
    when matched and (batch_taken.promised + change.promised, batch_taken.gone + change.gone) = (0, 0) then delete
    when matched then update set
        lines = batch_taken.lines + change.lines,
        promised = batch_taken.promised + change.promised,
        gone_lines = batch_taken.gone_lines + change.gone_lines,
        gone = batch_taken.gone + change.gone
    when not matched then insert
        values (change.batch_id, change.lines, change.promised, change.gone_lines, change.gone);
    return null;
end $$;
create trigger run_carries_taken after update of state on run
    for each row when ((new.state = 'FINISHED') <> (old.state = 'FINISHED')) execute function carry_taken();

-- What is allocated of each batch once a run has come as far as it has; of a finished one that is what is carried.
create function bound_in(of_run bigint) returns table
    (batch_id integer, lines bigint, promised bigint, gone_lines bigint, gone bigint)
    language sql stable parallel safe as $$
    select batch_id, sum(lines)::bigint, sum(promised)::bigint, sum(gone_lines)::bigint, sum(gone)::bigint
    from (
        select * from batch_taken
        union all
        select * from taken_by(of_run)
        where not exists (select from run where id = of_run and state = 'FINISHED')) taken
    group by batch_id
    $$;

-- What is allocated of each batch now.
create view batch_bound as
select bound.* from (select max(id) as id from run where state in ('LOADING', 'ALLOCATING')) unfinished
    cross join lateral bound_in(unfinished.id) bound;

insert into batch_taken
select batch_id, sum(lines), sum(promised), sum(gone_lines), sum(gone)
from (
    select batch_id, count(*) filter (where dispatched_run is null) as lines,
        coalesce(sum(quantity) filter (where dispatched_run is null), 0) as promised,
        count(*) filter (where dispatched_run is not null) as gone_lines,
        coalesce(sum(quantity) filter (where dispatched_run is not null), 0) as gone
    from standing_allocation
    group by batch_id
    union all
    select batch_id, -lines, -promised, -gone_lines, -gone
    from (select id from run where state = 'ALLOCATING') run cross join lateral taken_by(run.id)) taken
group by batch_id
having sum(promised) + sum(gone) > 0;
analyze batch_taken;
