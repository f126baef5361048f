-- After all that is sent: what the next night takes in of the lines below.
alter type feed add value 'urgent';

-- Order lines that were allocated at once, between two nights, in the order in which they were: the next run loads them,
-- older than its own, and keeps what was promised. One is still to be loaded as long as no line equals it, so that
-- undoing a run makes it wait again. SKU and batch are named, for a run that brought them may be undone.
create table urgent_line (
    id bigint generated always as identity primary key,
    order_id identifier not null,
    line_number line_number not null,
    sku identifier not null,
    quantity integer not null check (quantity >= 1),
    batch_reference identifier not null,
    after_run bigint not null references run,
    promised_at timestamptz not null default now(),
    client text not null check (client <> ''),
    request_key text check (request_key <> ''),
    constraint urgent_line_known_once unique (order_id, line_number, sku, quantity),
    constraint urgent_line_asked_once unique (client, request_key)
);
create index urgent_line_sku on urgent_line (sku);
create index urgent_line_after on urgent_line (after_run);
create trigger urgent_line_only_grows before update or delete or truncate on urgent_line
    for each statement execute function refuse_change();

-- Those that no run has loaded yet.
create view waiting_urgent_line as
select * from urgent_line urgent
where not exists (
    select from line join sku on sku.id = line.sku_id
    where (line.order_id, line.line_number, line.quantity) = (urgent.order_id, urgent.line_number, urgent.quantity)
        and sku.code = urgent.sku);
