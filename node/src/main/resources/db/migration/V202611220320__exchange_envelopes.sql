create schema exchange;

-- Counts what was handed over within a conversation; the row's lock puts concurrent senders in order.
create table exchange.outgoing_conversation (
    party         text   not null,
    conversation  uuid   not null,
    last_sequence bigint not null,
    primary key (party, conversation)
);

create table exchange.outgoing (
    message_id       text        primary key,
    party            text        not null,
    conversation     uuid        not null,
    sequence         bigint      not null,
    content          bytea       not null,
    state            text        not null check (state in ('queued', 'sent', 'confirmed', 'failed')),
    queued_at        timestamptz not null,
    attempts         int         not null default 0,
    trying_since     timestamptz not null,
    next_attempt_at  timestamptz,
    last_attempt_at  timestamptz,
    last_error       text,
    warned           boolean     not null default false,
    confirmed_at     timestamptz,
    receipt          bytea,
    unique (party, conversation, sequence),
    check ((state = 'confirmed') = (receipt is not null))
);

comment on column exchange.outgoing.trying_since is 'real time, not the domain''s: an exercise that advances its clock does not use up the retries';

create index outgoing_by_conversation on exchange.outgoing (conversation, sequence);
create index outgoing_not_confirmed on exchange.outgoing (party, queued_at) where state <> 'confirmed';

-- Exactly what went over the wire. A message is sealed again only when its seal grew old or the peer's key changed.
create table exchange.sealed (
    message_id        text        not null references exchange.outgoing,
    number            int         not null,
    sealed_at         timestamptz not null,
    sealed_to         text        not null,
    content_type      text        not null,
    body              bytea       not null,
    signed_references text        not null,
    primary key (message_id, number)
);

-- The row's lock lets one taker at a time move on within a conversation.
create table exchange.incoming_conversation (
    party        text   not null,
    conversation uuid   not null,
    last_taken   bigint not null default 0,
    primary key (party, conversation)
);

create table exchange.incoming (
    party        text        not null,
    message_id   text        not null,
    conversation uuid        not null,
    sequence     bigint      not null,
    content      bytea       not null,
    body         bytea       not null,
    receipt      bytea       not null,
    sent_at      timestamptz not null,
    received_at  timestamptz not null,
    taken_at     timestamptz,
    primary key (party, message_id),
    unique (party, conversation, sequence)
);

comment on column exchange.incoming.receipt is 'signed before the commit, sent after it, and again for every repetition';

create index incoming_not_taken on exchange.incoming (conversation, party, sequence) where taken_at is null;

-- Places in a conversation whose content was refused for good: what follows them need not wait.
create table exchange.refused_place (
    party        text        not null,
    conversation uuid        not null,
    sequence     bigint      not null,
    message_id   text        not null,
    refused_at   timestamptz not null,
    primary key (party, conversation, sequence)
);

create table exchange.peer_health (
    party           text        primary key,
    last_success_at timestamptz,
    last_failure_at timestamptz,
    last_failure    text
);
