-- Whether the run was ordered to take order lines although another date has brought the same ones.
alter table run add accept_same_feed boolean not null default false;
