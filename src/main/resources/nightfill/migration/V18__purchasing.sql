-- Goods at sea without a date: 'infinity', which sorts behind all dates. Business dates stay finite.
alter table batch_value alter eta type date;
alter table batch_value add constraint batch_value_eta check (
    eta between date '2000-01-01' and date '2199-12-31' or eta = 'infinity');

-- As feeds and reports write it.
create function eta_text(eta date) returns text language sql stable
    return case when eta = 'infinity' then 'unknown' else eta::text end;

-- How a run listens to purchasing: whether its batches.csv lists changes or all batches there are, and after how many
-- nights without a word about a batch it says so (0 for never).
alter table run add batches text not null default 'CHANGES' check (batches in ('CHANGES', 'SNAPSHOT'));
alter table run add silent_nights integer not null default 0 check (silent_nights >= 0);

-- Whether it is what is left of a batch that a list of all batches lacked.
alter table batch_value add lacked boolean not null default false;
alter table undone.batch_value add lacked boolean not null default false;
