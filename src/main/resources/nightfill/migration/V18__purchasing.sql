-- Goods at sea without a date: 'infinity', which sorts behind all dates. Business dates stay finite.
alter table batch_value alter eta type date;
alter table batch_value add constraint batch_value_eta check (
    eta between date '2000-01-01' and date '2199-12-31' or eta = 'infinity');

-- As feeds and reports write it.
create function eta_text(eta date) returns text language sql stable
    return case when eta = 'infinity' then 'unknown' else eta::text end;
