-- However many lines were allocated at once over the years: of what was promised before the last night, all is loaded, or
-- was undone with it and is as old as the night before. The fence keeps the planner, which cannot know how few are left,
-- from going through the lines of all nights.
create or replace view waiting_urgent_line as
select * from urgent_line urgent
where after_run >= (select coalesce(max(id), 0) from run where state = 'FINISHED')
    and not exists (
        select from line join sku on sku.id = line.sku_id
        where (line.order_id, line.line_number, line.quantity) = (urgent.order_id, urgent.line_number, urgent.quantity)
            and sku.code = urgent.sku
        offset 0);

create index urgent_line_waiting on urgent_line (sku, after_run);
drop index urgent_line_sku;
