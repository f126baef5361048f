-- A night can be cut into parts that share no SKU: each has the SKUs of some buckets, and the bucket of a SKU follows from
-- its code alone, so that it is the same in all databases.
create function bucket(sku text) returns smallint language sql immutable strict parallel safe as $$
    select (get_byte(sha256(convert_to(sku, 'UTF8')), 0) % 64)::smallint
$$;
alter table sku add bucket smallint not null generated always as (bucket(code)) stored;

-- The lines of a chunk are those of the SKUs of a part; former versions did not cut a night.
alter table decided
    add first_bucket smallint not null default 0,
    add last_bucket smallint not null default 63,
    add constraint decided_of_a_part check (0 <= first_bucket and first_bucket <= last_bucket and last_bucket <= 63);
alter table undone.decided
    add first_bucket smallint not null default 0,
    add last_bucket smallint not null default 63;

create or replace function reason_left_open(run bigint, line bigint) returns text language sql stable as $$
    select reasons[array_position(open_lines, known.id)]::text
    from line known
        join sku on sku.id = known.sku_id
        join decided on known.id between first_line and last_line and bucket between first_bucket and last_bucket
    where known.id = line and run_id = run and known.id = any (open_lines)
$$;
