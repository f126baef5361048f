-- A run knows from its beginning which turns come before its own.
update run set turns_before = greatest((select coalesce(max(id), 0) from line), (select coalesce(max(id), 0) from undone.line))
where turns_before is null;
alter table run drop constraint run_check3, alter turns_before set not null;

-- The last SKU that was known before a run loaded; no other makes SKUs meanwhile.
alter table run add skus_before integer;
update run set skus_before = (select coalesce(max(id), 0) from sku) where state = 'LOADING';

-- Order lines are loaded once, straight to where they stay; those of a run that still loads do not count. What may be known
-- already, or cannot be read, is staged as before. What a run of the former version has staged is read again.
delete from staged_line where feed = 'order_lines' and run_id in (select id from run where state = 'LOADING');
alter table line rename to order_line;

-- The number of its line in the feed, where that is not one more than the number of its row.
alter table order_line add feed_line bigint;

-- By the difference, for where all lines are of one run the planner would take an inequality to leave none of them.
create view line as
select id, order_id, line_number, sku_id, quantity, loaded_run, cancelled_run, left_run, feed_line
from order_line
where loaded_run - coalesce((select max(id) from run where state = 'LOADING'), 0) <> 0;

-- Which rows of the feed were read together, up to the last of them; of those that went straight to the lines, the units; and
-- the turns of those whose line number may have come before with other data.
create table read_lines (
    run_id bigint not null,
    last_row integer not null,
    next_offset bigint not null,
    next_line bigint not null,
    loaded_units bigint not null check (loaded_units >= 0),
    numbers_met bigint[] not null,
    primary key (run_id, last_row)
);

create or replace view unsound_allocation as
select allocation.line_id, allocation.batch_id, allocation.from_run
from standing_allocation allocation
    left join order_line line on line.id = allocation.line_id
    left join batch on batch.id = allocation.batch_id
where (allocation.quantity = line.quantity and batch.sku_id = line.sku_id
    and line.cancelled_run is null and line.left_run is null) is not true;

alter table undone.line add feed_line bigint;

-- What a foreign key would look up row by row, batches, their values and lines look up once a statement, all at once.
create or replace function require_known() returns trigger language plpgsql as $$
declare
    stranger text;
begin
    for place in 0 .. tg_nargs / 2 - 1 loop
        execute format('select added.id from (select distinct %1$I as id from added where %1$I is not null) added'
            ' where not exists (select from %2$I known where known.id = added.id) limit 1',
            tg_argv[2 * place], tg_argv[2 * place + 1]) into stranger;
        if stranger is not null then
            raise foreign_key_violation using
                message = format('%s %s of %s is not known as a %s',
                    tg_argv[2 * place], stranger, tg_table_name, tg_argv[2 * place + 1]),
                table = tg_table_name,
                constraint = tg_name;
        end if;
    end loop;
    return null;
end $$;

create function require_unused() returns trigger language plpgsql as $$
declare
    used text;
begin
    execute format('select id from removed where exists (select from %1$I where %2$I = removed.id) limit 1',
        tg_argv[0], tg_argv[1]) into used;
    if used is not null then
        raise foreign_key_violation using
            message = format('%s %s is still named by a %s', tg_table_name, used, tg_argv[0]),
            table = tg_table_name,
            constraint = tg_name;
    end if;
    return null;
end $$;

drop trigger line_loaded_run_known on order_line;
drop trigger line_sku_known on order_line;
create trigger line_known after insert on order_line referencing new table as added
    for each statement execute function require_known('loaded_run', 'run', 'sku_id', 'sku');

alter table batch
    drop constraint batch_of_sku,
    drop constraint batch_sku_id_fkey,
    drop constraint batch_first_run_fkey;
create trigger batch_known after insert on batch referencing new table as added
    for each statement execute function require_known('first_run', 'run', 'sku_id', 'sku');
create trigger batch_known_again after update on batch referencing new table as added
    for each statement execute function require_known('first_run', 'run', 'sku_id', 'sku');
create trigger batch_keeps_known_sku after delete on sku referencing old table as removed
    for each statement execute function require_unused('batch', 'sku_id');

alter table batch_value
    drop constraint batch_value_batch_id_fkey,
    drop constraint batch_value_from_run_fkey,
    drop constraint batch_value_until_run_fkey;
create trigger batch_value_known after insert on batch_value referencing new table as added
    for each statement execute function require_known('batch_id', 'batch', 'from_run', 'run', 'until_run', 'run');
create trigger batch_value_known_again after update on batch_value referencing new table as added
    for each statement execute function require_known('batch_id', 'batch', 'from_run', 'run', 'until_run', 'run');
create trigger batch_value_keeps_batch after delete on batch referencing old table as removed
    for each statement execute function require_unused('batch_value', 'batch_id');

alter table batch_unchanged drop constraint batch_unchanged_run_id_fkey;
create trigger batch_unchanged_known after insert on batch_unchanged referencing new table as added
    for each statement execute function require_known('run_id', 'run');
