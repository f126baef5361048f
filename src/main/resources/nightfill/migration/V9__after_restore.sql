-- Whether OUTPUT showed the run already, and the database, restored from an older backup, did not know it.
alter table run add after_restore boolean not null default false;
