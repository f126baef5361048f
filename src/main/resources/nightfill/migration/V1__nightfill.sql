-- What Nightfill knows. Every fact carries the run that made it and, where it ended, the run that ended it, so that
-- any day's state can be told and a run can be undone whole. Nothing stores an available quantity: it is
-- purchased less the lines allocated, counted from the rows.

create domain identifier as text collate "C" not null
    check (char_length(value) between 1 and 255 and value !~ '^[-=+@]' and value !~ '[\u0001-\u001F\u007F-\u009F]');
create domain line_number as text collate "C" not null
    check (value = '' or (char_length(value) <= 255 and value !~ '^[-=+@]' and value !~ '[\u0001-\u001F\u007F-\u009F]'));
create domain business_date as date check (value between date '2000-01-01' and date '2199-12-31');
create domain sha256 as text check (value ~ '^[0-9a-f]{64}$');

-- In the order in which the reports tell of the feeds.
create type feed as enum ('batches', 'order_lines', 'dispatches', 'cancellations', 'allocations');

create table identity (
    only_one boolean primary key default true check (only_one),
    database_id uuid not null default gen_random_uuid()
);
insert into identity default values;

-- A run of a business date. Ascending ids are the order in which the nights were run.
create table run (
    id bigint generated always as identity primary key,
    business_date business_date not null,
    number integer not null check (number >= 1),
    state text not null check (state in ('LOADING', 'ALLOCATING', 'FINISHED', 'REPLACED', 'ABANDONED', 'DISCARDED')),
    previous_id bigint references run check (previous_id < id),
    replaces_id bigint references run check (replaces_id < id),
    max_rejects text not null,
    turns_before bigint,
    manifest_sha256 sha256,
    check ((state in ('FINISHED', 'REPLACED')) = (manifest_sha256 is not null)),
    check (state in ('LOADING', 'DISCARDED') or turns_before is not null)
);
create unique index run_number on run (business_date, number) where state in ('ALLOCATING', 'FINISHED', 'REPLACED');
create unique index run_standing on run (business_date) where state in ('ALLOCATING', 'FINISHED');
create unique index run_unfinished on run ((true)) where state = 'ALLOCATING';
create unique index run_loading on run ((true)) where state = 'LOADING';

-- The feeds of a run as they were accepted; the counts are taken from the rows when the feeds take effect.
create table accepted_feed (
    run_id bigint not null references run,
    feed feed not null,
    bytes bigint not null check (bytes >= 0),
    sha256 sha256 not null,
    vouched_rows bigint check (vouched_rows >= 0),
    rows bigint,
    applied bigint,
    duplicate bigint,
    superseded bigint,
    rejected bigint,
    primary key (run_id, feed)
);

create table sku (
    id integer generated always as identity primary key,
    code identifier unique
);

-- An order line; its id is its turn.
create table line (
    id bigint primary key,
    order_id identifier,
    line_number line_number,
    sku_id integer not null,
    quantity integer not null check (quantity >= 1),
    loaded_run bigint not null,
    cancelled_run bigint references run check (cancelled_run >= loaded_run),
    allocatable_id bigint generated always as (case when cancelled_run is null then id end) stored,
    constraint line_known_once unique (order_id, line_number, sku_id, quantity),
    constraint line_allocatable unique (allocatable_id, sku_id, quantity)
);
create index line_loaded on line (loaded_run);
create index line_cancelled on line (cancelled_run) where cancelled_run is not null;

-- Lines and allocations come by the hundred thousand, all of one run: a foreign key would look the same run up for
-- each row, and take as long as all else. This looks up, once a statement, what differs.
create function require_known() returns trigger language plpgsql as $$
declare
    stranger text;
begin
    execute format('select distinct %I from added except select id from %I limit 1', tg_argv[0], tg_argv[1])
        into stranger;
    if stranger is not null then
        raise foreign_key_violation using
            message = format('%s %s of %s is not known as a %s', tg_argv[0], stranger, tg_table_name, tg_argv[1]),
            table = tg_table_name,
            constraint = tg_name;
    end if;
    return null;
end $$;
create trigger line_loaded_run_known after insert on line referencing new table as added
    for each statement execute function require_known('loaded_run', 'run');
create trigger line_sku_known after insert on line referencing new table as added
    for each statement execute function require_known('sku_id', 'sku');

create table batch (
    id bigint generated always as identity primary key,
    reference identifier unique,
    sku_id integer not null references sku,
    first_run bigint not null references run,
    constraint batch_of_sku unique (id, sku_id)
);
create index batch_sku on batch (sku_id);

-- The successive quantities and ETAs of a batch.
create table batch_value (
    batch_id bigint not null references batch,
    from_run bigint not null references run,
    until_run bigint references run check (until_run > from_run),
    quantity integer not null check (quantity >= 0),
    eta business_date,
    primary key (batch_id, from_run)
);
create unique index batch_value_current on batch_value (batch_id) where until_run is null;
create index batch_value_from on batch_value (from_run);
create index batch_value_until on batch_value (until_run) where until_run is not null;

-- A batch that was fed as it was known already.
create table batch_unchanged (
    run_id bigint not null references run,
    batch_id bigint not null,
    primary key (run_id, batch_id)
);

-- A line and its batch, from the run that bound them until the run that undid it. A line that is allocated is not
-- cancelled, has its batch's SKU, and has one batch; one that is dispatched keeps it.
create table allocation (
    line_id bigint not null,
    batch_id bigint not null,
    sku_id integer not null,
    quantity integer not null,
    from_run bigint not null,
    until_run bigint references run check (until_run > from_run),
    cause text check (cause in ('BATCH_REDUCED', 'CANCELLED')),
    dispatched_run bigint references run check (dispatched_run >= from_run),
    live_line_id bigint generated always as (case when until_run is null then line_id end) stored,
    primary key (line_id, from_run),
    constraint allocation_once unique (live_line_id),
    constraint allocation_of_line foreign key (live_line_id, sku_id, quantity)
        references line (allocatable_id, sku_id, quantity),
    constraint allocation_of_sku foreign key (batch_id, sku_id) references batch (id, sku_id),
    constraint allocation_ended_for_cause check ((until_run is null) = (cause is null)),
    constraint allocation_dispatched_stays check (dispatched_run is null or until_run is null)
);
create trigger allocation_from_run_known after insert on allocation referencing new table as added
    for each statement execute function require_known('from_run', 'run');
create index allocation_batch on allocation (batch_id);
create index allocation_from on allocation (from_run);
create index allocation_until on allocation (until_run) where until_run is not null;
create index allocation_dispatched on allocation (dispatched_run) where dispatched_run is not null;

-- Why a line stayed open when its turn came in a run.
create table shortage (
    run_id bigint not null references run,
    line_id bigint not null,
    reason text not null check (reason in ('UNKNOWN_SKU', 'SHORT', 'NO_SINGLE_BATCH')),
    primary key (run_id, line_id)
);

-- Rows that were not accepted, as received (control characters are made visible, for PostgreSQL refuses NUL).
create table reject (
    run_id bigint not null references run,
    feed feed not null,
    row_number integer not null,
    line bigint not null,
    reason text not null,
    detail text not null,
    raw text not null,
    order_id text collate "C",
    line_number text collate "C",
    sku text collate "C",
    quantity integer,
    primary key (run_id, feed, row_number)
);
create index reject_unknown on reject (run_id, feed) where reason = 'UNKNOWN_LINE';

create table warning (
    run_id bigint not null references run,
    number bigint generated always as identity,
    text text not null,
    primary key (run_id, number)
);

create table report (
    run_id bigint not null references run,
    name text not null,
    rows bigint not null,
    sha256 sha256 not null,
    primary key (run_id, name)
);

-- What a run has read of its feeds; nothing of it counts until the feeds take effect. Emptied when a run is opened.
create table staged_line (
    run_id bigint not null,
    feed feed not null,
    row_number integer not null,
    line bigint not null,
    next_offset bigint not null,
    next_line bigint not null,
    order_id text collate "C",
    line_number text collate "C",
    sku text collate "C",
    quantity integer,
    batch_reference text collate "C",
    reason text,
    detail text,
    raw text not null,
    primary key (run_id, feed, row_number)
);

create table staged_batch (
    run_id bigint not null,
    row_number integer not null,
    line bigint not null,
    next_offset bigint not null,
    next_line bigint not null,
    reference text collate "C",
    sku text collate "C",
    quantity integer,
    eta date,
    reason text,
    detail text,
    raw text not null,
    primary key (run_id, row_number)
);

-- Staged rows that were accepted but change nothing.
create table without_effect (
    run_id bigint not null,
    feed feed not null,
    row_number integer not null,
    verdict text not null check (verdict in ('DUPLICATE', 'SUPERSEDED')),
    primary key (run_id, feed, row_number)
);

-- The facts of undone runs: kept for the record, and to put a corrected run back when its correction is abandoned.
create schema undone;
create table undone.line (
    id bigint, order_id text collate "C", line_number text collate "C", sku_id integer, quantity integer,
    loaded_run bigint, cancelled_run bigint
);
create table undone.cancellation (line_id bigint, cancelled_run bigint);
create table undone.allocation (
    line_id bigint, batch_id bigint, sku_id integer, quantity integer, from_run bigint, dispatched_run bigint
);
create table undone.allocation_end (line_id bigint, from_run bigint, until_run bigint, cause text);
create table undone.dispatch (line_id bigint, from_run bigint, dispatched_run bigint);
create table undone.batch (id bigint, reference text collate "C", sku_id integer, first_run bigint);
create table undone.batch_value (batch_id bigint, from_run bigint, quantity integer, eta date);
create table undone.batch_value_end (batch_id bigint, from_run bigint, until_run bigint);
create table undone.batch_unchanged (run_id bigint, batch_id bigint);
create table undone.shortage (run_id bigint, line_id bigint, reason text);

create index on undone.line (loaded_run);
create index on undone.line (id);
create index on undone.line (order_id);
create index on undone.cancellation (cancelled_run);
create index on undone.allocation (from_run);
create index on undone.allocation_end (until_run);
create index on undone.dispatch (dispatched_run);
create index on undone.batch (first_run);
create index on undone.batch_value (from_run);
create index on undone.batch_value_end (until_run);
create index on undone.batch_unchanged (run_id);
create index on undone.shortage (run_id);
