-- What another node may fetch. Its sealed chunks are made anew from the vault whenever they are asked for.
create table evidence.release (
    id            uuid primary key,
    exhibit       uuid not null references evidence.exhibit (id),
    subject       text not null,
    party         text not null,
    recipient     text not null,
    -- the transfer's key, under one of the node's
    key_under     integer not null,
    wrapped_key   bytea not null,
    -- by which the receiver is known, without keeping its secret
    secret_sha256 bytea not null,
    tree          bytea not null,
    released_at   timestamptz not null,
    -- of the content, how far the receiver has asked for it
    fetched       bigint not null default 0,
    fetched_at    timestamptz
);

create index release_of_subject on evidence.release (subject, released_at);

-- What this node fetches from another.
create table evidence.fetch (
    id          uuid primary key,
    subject     text not null,
    party       text not null,
    particulars jsonb not null,
    size        bigint not null check (size >= 0),
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    root        text not null check (root ~ '^[0-9a-f]{64}$'),
    address     text not null,
    sealed_key  bytea not null,
    state       text not null,
    -- the upload, which becomes the exhibit of the same id
    upload      uuid,
    received    bigint not null default 0,
    -- bytes in a second, of late
    rate        bigint not null default 0,
    trouble     text not null default '',
    tries       integer not null default 0,
    offered_at  timestamptz not null,
    next_at     timestamptz not null,
    -- whoever fetches it renews this
    held_until  timestamptz
);

create index fetch_of_subject on evidence.fetch (subject, offered_at);
create index fetch_next on evidence.fetch (next_at) where state = 'WAITING';
