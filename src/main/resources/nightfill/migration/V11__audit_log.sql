-- Who asked for what, and what came of it. The log only grows: its entries are numbered without gaps, and each bears the
-- hash of what it says and of the entry before it. It refers to no other table, so that it outlives all that it is about.
create table audit_log (
    id bigint primary key,
    at timestamptz not null,
    actor_kind text not null check (actor_kind in ('SCHEDULER', 'HOST', 'CONSOLE', 'TOKEN')),
    actor_name text not null,
    actor_origin text not null,
    act text not null,
    subject text not null,
    note text not null default '',
    answers bigint,
    outcome text not null default '',
    message text not null default '',
    previous_hash sha256 not null,
    hash sha256 not null,
    constraint audit_log_answered_once unique (answers),
    constraint audit_log_answer_has_outcome check (answers is null or outcome <> '')
);

-- Twin of AuditChain: each field as its length in bytes, a colon, the field, a comma.
create function audit_hash(entry audit_log) returns text language sql as $$
    select encode(sha256(convert_to(string_agg(
        octet_length(convert_to(field, 'UTF8')) || ':' || field || ',', '' order by place), 'UTF8')), 'hex')
    from unnest(array[
        entry.previous_hash::text,
        entry.id::text,
        (extract(epoch from entry.at) * 1000000)::bigint::text,
        entry.actor_kind,
        entry.actor_name,
        entry.actor_origin,
        entry.act,
        entry.subject,
        entry.note,
        coalesce(entry.answers::text, ''),
        entry.outcome,
        entry.message]) with ordinality fields (field, place)
$$;

-- One entry after the other, whoever adds them, under a lock of its own ("Audit").
create function chain_audit_log() returns trigger language plpgsql set lock_timeout = '5s' as $$
declare
    former audit_log;
begin
    perform pg_advisory_xact_lock(x'4175646974'::bigint);
    if new.answers is not null
        and not exists (select from audit_log where id = new.answers and answers is null and outcome = '')
    then
        raise foreign_key_violation using
            message = format('entry %s of the audit log asks for nothing', new.answers),
            table = tg_table_name,
            constraint = tg_name;
    end if;
    select * into former from audit_log order by id desc limit 1;
    new.id := coalesce(former.id, 0) + 1;
    new.at := clock_timestamp();
    new.previous_hash := coalesce(former.hash, repeat('0', 64));
    new.hash := audit_hash(new);
    return new;
end $$;
create trigger audit_log_chained before insert on audit_log for each row execute function chain_audit_log();

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise restrict_violation using
        message = format('%s only grows: what is in it is neither changed nor removed', tg_table_name),
        table = tg_table_name,
        constraint = tg_name;
end $$;
create trigger audit_log_only_grows before update or delete or truncate on audit_log
    for each statement execute function refuse_change();
-- also where a session says that it only replays what happened elsewhere
alter table audit_log enable always trigger audit_log_only_grows;
