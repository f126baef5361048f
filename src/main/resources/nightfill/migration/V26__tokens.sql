-- Which programs may use the API; folded is the client's name alike for all its spellings. No token is ever deleted, and one
-- that was revoked stays so.
create table token (
    folded text collate "C" primary key check (folded = lower(folded)),
    client text collate "C" not null check (char_length(client) between 1 and 64),
    role text not null check (role in ('VIEWER', 'OPERATOR', 'ADMIN')),
    secret_hash sha256 not null unique,
    made timestamptz not null,
    revoked timestamptz check (revoked >= made)
);

create function refuse_token_change() returns trigger language plpgsql as $$
begin
    raise check_violation using
        message = format('the token of %s cannot change so', old.client),
        table = tg_table_name,
        constraint = tg_name;
end $$;

create trigger token_only_ends before update on token for each row
    when (old.revoked is not null
        or (new.folded, new.client, new.role, new.secret_hash, new.made)
            is distinct from (old.folded, old.client, old.role, old.secret_hash, old.made))
    execute function refuse_token_change();

create trigger token_stays before delete on token for each row execute function refuse_token_change();
