-- What stands is kept apart from what has ended, and what stayed open by the chunk: a night reads and writes millions of
-- the one, and of the others little. Rules that a foreign key would look up row by row are looked up once for many rows.
create or replace function require_known() returns trigger language plpgsql as $$
declare
    stranger text;
begin
    execute format('select distinct %1$I from added where %1$I is not null except select id from %2$I limit 1',
        tg_argv[0], tg_argv[1]) into stranger;
    if stranger is not null then
        raise foreign_key_violation using
            message = format('%s %s of %s is not known as a %s', tg_argv[0], stranger, tg_table_name, tg_argv[1]),
            table = tg_table_name,
            constraint = tg_name;
    end if;
    return null;
end $$;

-- A line and its batch, from the run that bound them on; one that is dispatched keeps it.
create table standing_allocation (
    line_id bigint not null,
    batch_id integer not null,
    quantity integer not null,
    from_run integer not null,
    dispatched_run integer
);
insert into standing_allocation
select line_id, batch_id, quantity, from_run, dispatched_run from allocation where until_run is null order by line_id;
alter table standing_allocation
    add primary key (line_id),
    add constraint standing_allocation_dispatched check (dispatched_run >= from_run);
create index standing_allocation_from on standing_allocation using brin (from_run) with (pages_per_range = 32);
create index standing_allocation_gone on standing_allocation (dispatched_run) where dispatched_run is not null;

-- The same until the run that undid it.
create table ended_allocation (
    line_id bigint not null,
    batch_id integer not null,
    quantity integer not null,
    from_run integer not null,
    until_run integer not null references run,
    cause text not null check (cause in ('BATCH_REDUCED', 'CANCELLED')),
    primary key (line_id, from_run),
    constraint ended_allocation_later check (until_run > from_run)
);
insert into ended_allocation
select line_id, batch_id, quantity, from_run, until_run, cause from allocation where until_run is not null order by line_id;
create index ended_allocation_batch on ended_allocation (batch_id);
create index ended_allocation_until on ended_allocation (until_run);

drop table allocation;
create view allocation as
select line_id, batch_id, quantity, from_run, null::integer as until_run, null::text as cause, dispatched_run
from standing_allocation
union all
select line_id, batch_id, quantity, from_run, until_run, cause, null from ended_allocation;

alter table undone.allocation drop column sku_id;

alter table line
    drop column allocatable_id,
    drop constraint line_cancelled_run_fkey,
    drop constraint line_left_run_fkey;
drop index line_loaded;
create index line_loaded on line using brin (loaded_run) with (pages_per_range = 32);
create trigger line_cancelled_run_known after update on line referencing new table as added
    for each statement execute function require_known('cancelled_run', 'run');
create trigger line_left_run_known after update on line referencing new table as added
    for each statement execute function require_known('left_run', 'run');
create trigger standing_allocation_dispatched_run_known after update on standing_allocation referencing new table as added
    for each statement execute function require_known('dispatched_run', 'run');

-- What is allocated but should not be: a line has a batch of its SKU, whole, unless it is cancelled or has left without.
create view unsound_allocation as
select allocation.line_id, allocation.batch_id, allocation.from_run
from standing_allocation allocation
    left join line on line.id = allocation.line_id
    left join batch on batch.id = allocation.batch_id
where (allocation.quantity = line.quantity and batch.sku_id = line.sku_id
    and line.cancelled_run is null and line.left_run is null) is not true;

create function refuse_unsound() returns trigger language plpgsql set enable_nestloop = off as $$
declare
    unsound bigint;
begin
    if tg_table_name = 'run' then
        select min(line_id) into unsound from unsound_allocation where from_run = new.id;
    else
        execute format('select min(line_id) from unsound_allocation where %I in (select %I from changed)',
            tg_argv[0], tg_argv[1]) into unsound;
    end if;
    if unsound is not null then
        raise foreign_key_violation using
            message = format('what is allocated to line id %s is not what the line asks for', unsound),
            table = 'standing_allocation',
            constraint = tg_name;
    end if;
    return null;
end $$;
-- of the lines that a run has allocated all at once, before they are shown to anybody
create trigger run_allocation_of_line after update of state on run
    for each row when (new.state = 'FINISHED') execute function refuse_unsound();
create trigger standing_allocation_of_line after update on standing_allocation referencing new table as changed
    for each statement execute function refuse_unsound('line_id', 'line_id');
create trigger line_allocation_of_line after update on line referencing new table as changed
    for each statement execute function refuse_unsound('line_id', 'id');
create trigger line_allocation_of_line_kept after delete on line referencing old table as changed
    for each statement execute function refuse_unsound('line_id', 'id');
create trigger batch_allocation_of_line after delete on batch referencing old table as changed
    for each statement execute function refuse_unsound('batch_id', 'id');
create function refuse_other() returns trigger language plpgsql as $$
begin
    raise foreign_key_violation using
        message = format('%s id %s keeps its %s', tg_table_name, old.id, tg_argv[0]),
        table = tg_table_name,
        constraint = tg_name;
end $$;
create trigger line_keeps_turn before update on line
    for each row when (new.id <> old.id) execute function refuse_other('turn');
create trigger batch_keeps_sku before update on batch
    for each row when (new.sku_id <> old.sku_id) execute function refuse_other('SKU');

-- The lines of a run that had their turn in one chunk, from the first to the last of them: why those that stayed open did.
create type shortage_reason as enum ('UNKNOWN_SKU', 'SHORT', 'NO_SINGLE_BATCH');
create table decided (
    run_id bigint not null references run,
    first_line bigint not null,
    last_line bigint not null,
    open_lines bigint[] not null,
    reasons shortage_reason[] not null,
    primary key (run_id, first_line),
    constraint decided_in_order check (first_line <= last_line),
    constraint decided_each_for_a_reason check (cardinality(open_lines) = cardinality(reasons))
);
alter table decided alter open_lines set storage external, alter reasons set storage external;

-- Former versions decided SKU by SKU: of a run that goes on there, what lies between two lines may not have had its turn.
insert into decided
select run_id, min(line_id), max(line_id), array_agg(line_id order by line_id),
    array_agg(reason::shortage_reason order by line_id)
from (
    select run_id, line_id, reason, case
            when state = 'ALLOCATING' then line_id
            else row_number() over (partition by run_id order by line_id) / 5000 end as chunk
    from shortage join run on run.id = run_id) shortage
group by run_id, chunk;
drop table shortage;
-- strict, so that it stays a function, of which it is known that it gives more than the ten rows of any array
create function left_open(lines bigint[], reasons shortage_reason[])
    returns table (line_id bigint, reason text) language sql immutable strict parallel safe rows 5000 as $$
    select line_id, reason::text from unnest(lines, reasons) open (line_id, reason)
$$;
create view shortage as
select run_id, line_id, reason from decided, left_open(open_lines, reasons);

create table undone.decided (like decided);
create index on undone.decided (run_id);
insert into undone.decided
select run_id, min(line_id), max(line_id), array_agg(line_id order by line_id),
    array_agg(reason::shortage_reason order by line_id)
from undone.shortage
group by run_id;
drop table undone.shortage;
create view undone.shortage as
select run_id, line_id, reason from undone.decided, left_open(open_lines, reasons);

analyze standing_allocation, ended_allocation, decided;

-- Why a run left a line open, if it did, without a look at all others.
create function reason_left_open(run bigint, line bigint) returns text language sql stable as $$
    select reasons[array_position(open_lines, line)]::text from decided
    where run_id = run and line between first_line and last_line and line = any (open_lines)
$$;
