create schema identity;

create table identity.person (
    id            uuid primary key,
    sign_in_name  text not null,
    name          text not null check (name <> ''),
    roles         text[] not null,
    password_hash text,
    totp_sealed   bytea,
    -- the last time step whose code was accepted: a code opens the door once
    totp_used     bigint not null default 0,
    failures      integer not null default 0,
    locked_until  timestamptz,
    invited_at    timestamptz not null,
    disabled_at   timestamptz
);

create unique index person_sign_in_name on identity.person (lower(sign_in_name));

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

create table identity.passkey_user (
    id           varchar(1000) primary key,
    name         varchar(100) not null,
    display_name varchar(200)
);

create table identity.passkey (
    credential_id                varchar(1000) primary key,
    user_entity_user_id          varchar(1000) not null,
    public_key                   bytea not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean not null,
    authenticator_transports     varchar(1000),
    public_key_credential_type   varchar(100),
    backup_state                 boolean not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamptz,
    last_used                    timestamptz,
    label                        varchar(1000) not null
);
