-- Who has, or had last, the run lock, and whether his heart beats. Every owner raises the fence, and whoever writes holds
-- it: it is a key, so that holding it (for key share) keeps the next owner from raising it, but no heart from beating.
create table run_lock (
    fence bigint primary key,
    owner text,
    since timestamptz not null,
    beat_at timestamptz not null
);
create unique index run_lock_only on run_lock ((true));
