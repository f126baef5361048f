-- Who may use the console; folded is the name alike for all its spellings. No account is ever deleted.
create table account (
    folded text collate "C" primary key check (folded = lower(folded)),
    name text collate "C" not null check (char_length(name) between 1 and 64),
    role text not null check (role in ('VIEWER', 'OPERATOR', 'ADMIN')),
    enabled boolean not null,
    version bigint not null check (version > 0),
    invitation_hash text unique check (invitation_hash ~ '^[0-9a-f]{64}$'),
    invited_until timestamptz,
    password_hash text check (password_hash like '{%}%'),
    factor_secret text check (factor_secret ~ '^[A-Z2-7]{32}$'),
    factor_step bigint,
    constraint account_invited_or_keyed check (
        num_nonnulls(invitation_hash, invited_until) in (0, 2)
        and num_nonnulls(password_hash, factor_secret, factor_step) in (0, 3)
        and (invitation_hash is null) <> (password_hash is null))
);

create function refuse_account_change() returns trigger language plpgsql as $$
begin
    raise check_violation using
        message = format('the account %s cannot change so', old.name),
        table = tg_table_name,
        constraint = tg_name;
end $$;

-- Sessions end with the version that they began with, so that whatever ends them raises it.
create trigger account_version_rises before update on account for each row
    when (new.version <= old.version
        and (new.name, new.role, new.enabled, new.invitation_hash, new.invited_until, new.password_hash,
            new.factor_secret)
        is distinct from (old.name, old.role, old.enabled, old.invitation_hash, old.invited_until, old.password_hash,
            old.factor_secret)
        or new.version < old.version)
    execute function refuse_account_change();

-- A code of a factor that was used, or is older, never counts again.
create trigger account_factor_step_rises before update on account for each row
    when (new.factor_secret = old.factor_secret and new.factor_step < old.factor_step)
    execute function refuse_account_change();

create trigger account_stays before delete on account for each row execute function refuse_account_change();

-- The recovery codes that are left.
create table recovery_code (
    folded text collate "C" references account,
    code_hash text check (code_hash ~ '^[0-9a-f]{64}$'),
    primary key (folded, code_hash)
);

-- The one code that makes the first account.
create table setup_code (
    code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
    valid_until timestamptz not null
);
create unique index setup_code_only on setup_code ((true));

-- How often whoever tries to log in has failed in a row; the key is a hash of account and address.
create table failed_log_in (
    key text primary key check (key ~ '^[0-9a-f]{64}$'),
    failures integer not null check (failures > 0),
    last_at timestamptz not null
);
create index failed_log_in_last on failed_log_in (last_at);
