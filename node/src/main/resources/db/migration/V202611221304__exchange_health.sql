-- Test messages to peers: the last ones tell how a peer fares.
create table exchange.peer_test (
    id      uuid        primary key,
    party   text        not null,
    at      timestamptz not null,
    by      text        not null,
    millis  bigint      not null,
    trouble text
);

comment on column exchange.peer_test.trouble is 'null if the signed receipt came back';

create index peer_test_by_party on exchange.peer_test (party, at desc);

-- When this node or a peer will not answer.
create table exchange.notice (
    party     text        not null,
    id        uuid        not null,
    from_at   timestamptz not null,
    until_at  timestamptz not null,
    text      text        not null,
    said_at   timestamptz not null,
    withdrawn boolean     not null,
    primary key (party, id)
);

create index notice_by_end on exchange.notice (until_at);

-- How this node's own notices fare on their way to each peer.
create table exchange.notice_sent (
    id           uuid        not null,
    said_at      timestamptz not null,
    party        text        not null,
    confirmed_at timestamptz,
    attempts     int         not null default 0,
    last_error   text,
    primary key (id, said_at, party)
);
