create schema identity;

create table identity.person (
    id              uuid primary key,
    sign_in_name    text not null,
    name            text not null check (name <> ''),
    roles           text[] not null,
    password_hash   text,
    totp_sealed     bytea,
    -- the last time step whose code was accepted: a code opens the door once
    totp_used       bigint not null default 0,
    -- whoever signed in with earlier keys is out
    keys_changed_at timestamptz,
    invited_at      timestamptz not null,
    disabled_at     timestamptz
);

create unique index person_sign_in_name on identity.person (lower(sign_in_name));

-- Wrong tries by name, also for names that nobody has, so that a locked door tells nothing. Only a digest is kept:
-- people type their password into the wrong field.
create table identity.sign_in_attempt (
    name_digest  bytea primary key,
    failures     integer not null,
    failed_at    timestamptz not null,
    locked_until timestamptz
);

create table identity.recovery_code (
    person  uuid not null references identity.person (id),
    hash    bytea not null,
    used_at timestamptz,
    primary key (person, hash)
);

-- Only the digest of a link's token is kept: who reads the table can't use the link.
create table identity.one_time_link (
    digest     bytea primary key,
    person     uuid references identity.person (id),
    expires_at timestamptz not null,
    used_at    timestamptz
);

create table identity.passkey (
    id                      bytea primary key,
    person                  uuid not null references identity.person (id),
    label                   text not null,
    public_key              bytea not null,
    signature_count         bigint not null,
    uv_initialized          boolean not null,
    backup_eligible         boolean not null,
    backed_up               boolean not null,
    transports              text[] not null,
    attestation             bytea not null,
    attestation_client_data bytea not null,
    created_at              timestamptz not null,
    used_at                 timestamptz not null
);

create index passkey_person on identity.passkey (person);
