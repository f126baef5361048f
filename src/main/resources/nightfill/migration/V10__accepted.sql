-- Guards that would have refused the run, and were overridden.
alter table run add accepted text[] not null default '{}' check (accepted <@ array['SAME_FEED', 'SHRUNK_FEEDS']);

-- The overridden guard that a warning is about.
alter table warning add accepted text check (accepted in ('SAME_FEED', 'SHRUNK_FEEDS'));

-- Former versions noted it in the warning's words alone.
update warning set accepted = 'SAME_FEED' where text like '%; accepted by --accept-same-feed';
update warning set accepted = 'SHRUNK_FEEDS' where text like '%; accepted by --accept-shrunk-feeds';
update run set accepted = noted.accepted
from (select run_id, array_agg(distinct accepted order by accepted) as accepted
      from warning where accepted is not null group by run_id) noted
where run.id = noted.run_id;
