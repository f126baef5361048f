-- Of all lines of a run at once it is faster to go through everything; of a few that change, to look them up.
create function refuse_unsound_run() returns trigger language plpgsql set enable_nestloop = off as $$
declare
    unsound bigint;
begin
    select min(line_id) into unsound from unsound_allocation where from_run = new.id;
    if unsound is not null then
        raise foreign_key_violation using
            message = format('what is allocated to line id %s is not what the line asks for', unsound),
            table = 'standing_allocation',
            constraint = tg_name;
    end if;
    return null;
end $$;
drop trigger run_allocation_of_line on run;
create trigger run_allocation_of_line after update of state on run
    for each row when (new.state = 'FINISHED') execute function refuse_unsound_run();

create or replace function refuse_unsound() returns trigger language plpgsql as $$
declare
    unsound bigint;
begin
    execute format('select min(line_id) from unsound_allocation where %I in (select %I from changed)',
        tg_argv[0], tg_argv[1]) into unsound;
    if unsound is not null then
        raise foreign_key_violation using
            message = format('what is allocated to line id %s is not what the line asks for', unsound),
            table = 'standing_allocation',
            constraint = tg_name;
    end if;
    return null;
end $$;
