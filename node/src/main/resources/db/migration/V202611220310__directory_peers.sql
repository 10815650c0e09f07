create schema directory;

create table directory.peer (
    party         text        primary key,
    state         text        not null,
    organisation  text        not null,
    functions     text[]      not null,
    endpoint      text        not null,
    fingerprint   text        not null,
    card          bytea       not null,
    added_at      timestamptz not null,
    added_by      text        not null,
    confirmed_at  timestamptz,
    last_heard_at timestamptz
);

comment on column directory.peer.card is 'the signed card as it was handed over; the other columns repeat it for searching';

create index peer_state on directory.peer (state);

create table directory.former_card (
    party       text        not null,
    replaced_at timestamptz not null,
    replaced_by text        not null,
    card        bytea       not null,
    primary key (party, replaced_at)
);

comment on table directory.former_card is 'cards that a peer used before: signatures of that time are checked against them';
