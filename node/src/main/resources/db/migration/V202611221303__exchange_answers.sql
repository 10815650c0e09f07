-- Mails and papers that came from organisations without a node. Nothing is ever deleted: a person files it or sets it aside.
create table exchange.answer (
    id            uuid        primary key,
    once          text        not null unique,
    mail_id       text,
    came_at       timestamptz not null,
    came_by       text        not null,
    sender        text        not null,
    subject       text        not null,
    sealed        boolean     not null,
    signature     text        not null,
    signer        text,
    text          text        not null,
    trouble       text,
    raw           bytea       not null,
    suggestion    text,
    party         text,
    message_id    text references exchange.outgoing,
    conversation  uuid,
    settled_at    timestamptz,
    settled_by    text,
    set_aside_for text,
    check ((message_id is null) = (party is null)),
    check ((message_id is null) = (conversation is null)),
    check ((settled_at is null) = (settled_by is null)),
    check ((settled_at is not null) = (message_id is not null or set_aside_for is not null))
);

comment on column exchange.answer.once is 'digest of what the mail is and says: the same mail is taken once, however often it is fetched or handed in';
comment on column exchange.answer.suggestion is 'the message that it seems to answer, when nothing proves it';

create index answer_in_tray on exchange.answer (came_at) where settled_at is null;
create index answer_by_conversation on exchange.answer (conversation, came_at) where conversation is not null;

create table exchange.answer_enclosure (
    answer       uuid  not null references exchange.answer,
    number       int   not null,
    name         text  not null,
    content_type text  not null,
    content      bytea not null,
    primary key (answer, number)
);

-- How far the mailbox was read (RFC 9051 §2.3.1.1); reading again from the start takes nothing twice.
create table exchange.mailbox (
    folder          text        primary key,
    validity        bigint      not null,
    last_uid        bigint      not null,
    last_success_at timestamptz,
    last_failure_at timestamptz,
    last_failure    text
);
