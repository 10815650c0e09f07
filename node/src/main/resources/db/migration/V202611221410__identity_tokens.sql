-- Only the digest of a token is kept; the first letters tell its holder which it is.
create table identity.token (
    id         uuid primary key,
    digest     bytea not null unique,
    begins     text not null,
    holder     uuid not null references identity.person (id),
    name       text not null check (name <> ''),
    scopes     text[] not null check (cardinality(scopes) > 0),
    made_by    text not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    revoked_at timestamptz
);

create index token_holder on identity.token (holder);

-- What was answered to a call that its caller may repeat: the same answer again, for a day.
create table identity.repeatable_call (
    token       uuid not null references identity.token (id),
    key         text not null,
    fingerprint bytea not null,
    called_at   timestamptz not null,
    -- null while the first call is still being answered, or if the node fell meanwhile
    status      integer,
    headers     jsonb,
    body        bytea,
    primary key (token, key)
);

create index repeatable_call_age on identity.repeatable_call (called_at);
