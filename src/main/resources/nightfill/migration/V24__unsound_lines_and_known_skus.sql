-- Of all lines at once it is faster to go through everything; those of a night among the lines of years are looked up.
create or replace function refuse_unsound_run() returns trigger language plpgsql set enable_nestloop = off as $$
declare
    unsound bigint;
begin
    if (select count(*) from standing_allocation where from_run = new.id)
        < (select reltuples / 10 from pg_class where oid = 'order_line'::regclass) then
        set local enable_nestloop = on;
    end if;
    execute 'select min(line_id) from unsound_allocation where from_run = $1' into unsound using new.id::integer;
    if unsound is not null then
        raise foreign_key_violation using
            message = format('what is allocated to line id %s is not what the line asks for', unsound),
            table = 'standing_allocation',
            constraint = tg_name;
    end if;
    return null;
end $$;

-- SKUs that a run brings while it loads are nobody's business before the feeds take effect, like its lines.
create view known_sku as
select * from sku
where id <= coalesce((select max(skus_before) from run where state = 'LOADING'), id);
