-- The indexes of order lines, which an empty table goes without while the first night loads: made of all lines at once they
-- cost a third of what they cost line by line. A unique index is all that is left of the constraints that they were, for
-- to make one waits for no reader.
alter table order_line drop constraint line_pkey, drop constraint line_known_once;

create function create_line_indexes() returns void language plpgsql set client_min_messages = warning as $$
begin
    -- looked for first: the command locks the table also where there is nothing to make
    if to_regclass('line_turn_once') is null then
        create unique index line_turn_once on order_line (id);
    end if;
    if to_regclass('line_known_once') is null then
        create unique index line_known_once on order_line (order_id, line_number, sku_id, quantity);
    end if;
    if to_regclass('line_loaded') is null then
        create index line_loaded on order_line using brin (loaded_run) with (pages_per_range = 32);
    end if;
end $$;

-- Nothing is dropped once a run is finished, for then lines may be asked for by their order at any time, nor while others
-- look at the table for longer than a moment.
create function drop_line_indexes() returns void language plpgsql
    set client_min_messages = warning set lock_timeout = '200ms' as $$
begin
    if not exists (select from order_line) and not exists (select from run where state = 'FINISHED') then
        drop index if exists line_turn_once, line_known_once, line_loaded;
    end if;
exception
    when lock_not_available or deadlock_detected then null;
end $$;

select create_line_indexes();

-- SKUs of lines are looked up once a run, when they take effect, and not once a chunk; those of lines that are added to a run
-- later, at once.
create function refuse_line_of_unknown_sku(named_by text, stranger bigint) returns void language plpgsql as $$
begin
    if stranger is not null then
        raise foreign_key_violation using
            message = format('sku_id %s of order_line is not known as a sku', stranger),
            table = 'order_line',
            constraint = named_by;
    end if;
end $$;

create function require_known_skus() returns trigger language plpgsql as $$
begin
    if exists (
        select from (select distinct loaded_run from added) added join run on id = loaded_run
        where state <> 'LOADING') then
        perform refuse_line_of_unknown_sku(tg_name,
            (select min(sku_id) from added where not exists (select from sku where id = sku_id)));
    end if;
    return null;
end $$;
drop trigger line_known on order_line;
create trigger line_loaded_run_known after insert on order_line referencing new table as added
    for each statement execute function require_known('loaded_run', 'run');
create trigger line_sku_known after insert on order_line referencing new table as added
    for each statement execute function require_known_skus();

create function require_known_skus_of_run() returns trigger language plpgsql set enable_nestloop = off as $$
begin
    perform refuse_line_of_unknown_sku(tg_name,
        (select min(sku_id) from order_line
        where loaded_run = new.id and not exists (select from sku where id = sku_id)));
    return null;
end $$;
create trigger run_lines_of_known_skus after update of state on run
    for each row when (old.state = 'LOADING' and new.state <> 'DISCARDED') execute function require_known_skus_of_run();
