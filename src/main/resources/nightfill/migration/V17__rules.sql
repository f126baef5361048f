-- The version of the rules by which a run is worked.
alter table run add rules text not null default '1' check (rules in ('1', '2'));

-- Whether the run was ordered to take lines that earlier nights loaded under other line numbers.
alter table run add accept_renumbered boolean not null default false;
alter table run drop constraint run_accepted_check;
alter table run add check (accepted <@ array['SAME_FEED', 'SHRUNK_FEEDS', 'RENUMBERED']);
alter table warning drop constraint warning_accepted_check;
alter table warning add check (accepted in ('SAME_FEED', 'SHRUNK_FEEDS', 'RENUMBERED'));

-- The run that found that the goods of an open line have left, and no batch for them: the line is closed.
alter table allocation drop constraint allocation_of_line;
alter table line drop constraint line_allocatable, drop allocatable_id;
alter table line add left_run bigint references run check (left_run >= loaded_run);
alter table line add allocatable_id bigint generated always as
    (case when cancelled_run is null and left_run is null then id end) stored;
alter table line
    add constraint line_allocatable unique (allocatable_id, sku_id, quantity),
    add constraint line_closed_once check (cancelled_run is null or left_run is null);
alter table allocation add constraint allocation_of_line foreign key (live_line_id, sku_id, quantity)
    references line (allocatable_id, sku_id, quantity);
create index line_left on line (left_run) where left_run is not null;

-- Rows that dispatch a line that is open: they have to wait until it had its turn. Emptied as what is staged.
create table waiting_dispatch (
    run_id bigint not null,
    row_number integer not null,
    line_id bigint not null,
    primary key (run_id, row_number),
    constraint waiting_dispatch_once unique (run_id, line_id)
);

alter table undone.line add left_run bigint;
create table undone.leaving (line_id bigint, left_run bigint);
create index on undone.leaving (left_run);
