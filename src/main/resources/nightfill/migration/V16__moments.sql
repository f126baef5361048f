-- The framework notes times of day without their zone, of which one hour comes twice when summer ends. What is written
-- from now on keeps the zone of its process, which the driver gives the session, and the moments themselves; what former
-- versions wrote has neither, and is read in the zone of whoever reads it.
alter table batch_job_execution add zone text, add started_at timestamptz, add ended_at timestamptz;
alter table batch_job_execution alter zone set default current_setting('TimeZone');
alter table batch_step_execution add zone text, add started_at timestamptz, add ended_at timestamptz;
alter table batch_step_execution alter zone set default current_setting('TimeZone');

-- The moment that a time of day means in a zone: of several the one next to when it was heard.
create function moment_of(told timestamp, zone text, heard timestamptz) returns timestamptz language sql stable as $$
    select moment
    from (select (told at time zone zone) + minutes * interval '1 minute' as moment from generate_series(-60, 60, 30) minutes)
        candidate
    where moment at time zone zone = told
    order by abs(extract(epoch from moment - heard)), moment
    limit 1
$$;

create function note_moments() returns trigger language plpgsql as $$
declare
    written_in text := coalesce(new.zone, current_setting('TimeZone'));
begin
    if tg_op = 'INSERT' or new.start_time is distinct from old.start_time then
        new.started_at := moment_of(new.start_time, written_in, clock_timestamp());
    end if;
    if tg_op = 'INSERT' or new.end_time is distinct from old.end_time then
        new.ended_at := moment_of(new.end_time, written_in, clock_timestamp());
    end if;
    return new;
end $$;
create trigger batch_job_execution_moments before insert or update of start_time, end_time on batch_job_execution
    for each row execute function note_moments();
create trigger batch_step_execution_moments before insert or update of start_time, end_time on batch_step_execution
    for each row execute function note_moments();
