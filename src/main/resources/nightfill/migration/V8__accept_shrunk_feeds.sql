-- Whether the run was ordered to take feeds that take away more than whole feeds would.
alter table run add accept_shrunk_feeds boolean not null default false;
