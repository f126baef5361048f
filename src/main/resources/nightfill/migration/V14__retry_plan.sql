-- What a scheduler said, when it asked for something, about trying it again: the pause between two tries, and until when.
create table retry_plan (
    asked bigint primary key references audit_log,
    pause_seconds integer not null check (pause_seconds >= 0),
    until timestamptz not null
);
create index retry_plan_until on retry_plan (until);
create trigger retry_plan_only_grows before update or delete or truncate on retry_plan
    for each statement execute function refuse_change();
alter table retry_plan enable always trigger retry_plan_only_grows;
