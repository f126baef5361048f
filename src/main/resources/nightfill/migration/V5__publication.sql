-- Which runs stand in which publish directory, and which are owed to it once they are finished.
create table publication (
    directory text collate "C" not null check (directory <> ''),
    run_id bigint not null references run,
    stands boolean not null,
    primary key (directory, run_id)
);
create index publication_run on publication (run_id);
create index publication_owed on publication (directory) where not stands;
