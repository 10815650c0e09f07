create schema notice;

create table notice.notice (
    id        bigint generated always as identity primary key,
    person    uuid not null,
    kind      text not null,
    -- the key of a sentence and what it is about
    said      text not null,
    link      text not null,
    emergency boolean not null,
    told_at   timestamptz not null,
    read_at   timestamptz,
    -- null for a notice that does not go by mail
    mail_due  timestamptz,
    mailed_at timestamptz,
    -- what is told again, after a crash or by two ways, is told once
    once      text,
    unique (person, once)
);

create index notice_latest on notice.notice (person, id desc);
create index notice_unread on notice.notice (person) where read_at is null;
create index notice_to_mail on notice.notice (person) where mail_due is not null and mailed_at is null;

create table notice.wishes (
    person      uuid primary key,
    mail        text,
    shown       text[] not null,
    mailed      text[] not null,
    quiet_from  time,
    quiet_until time,
    zone        text not null
);

create table notice.webhook (
    id            uuid primary key,
    name          text not null check (name <> ''),
    url           text not null,
    topics        text[] not null check (cardinality(topics) > 0),
    secret_sealed bytea not null,
    made_by       text not null,
    made_at       timestamptz not null,
    -- since when nothing was taken any more
    failing_since timestamptz,
    disabled_at   timestamptz,
    removed_at    timestamptz
);

create table notice.webhook_delivery (
    id           uuid primary key,
    webhook      uuid not null references notice.webhook (id),
    event        text not null,
    body         text not null,
    made_at      timestamptz not null,
    attempts     integer not null default 0,
    attempted_at timestamptz,
    status       integer,
    trouble      text,
    done_at      timestamptz,
    given_up_at  timestamptz
);

create index webhook_delivery_latest on notice.webhook_delivery (webhook, made_at desc);
