-- Where peers take HI-1, and who speaks it without being a peer.
create table exchange.hi1_party (
    party       text        primary key,
    url         text        not null,
    country     text,
    identifier  text,
    certificate bytea,
    fingerprint text        unique,
    added_at    timestamptz not null,
    added_by    text        not null,
    unique (country, identifier),
    check ((certificate is null) = (country is null)),
    check ((certificate is null) = (identifier is null)),
    check ((certificate is null) = (fingerprint is null))
);

comment on column exchange.hi1_party.certificate is 'of a party with a system of its own; a peer is known by its card';

-- A shelf for each counterpart: what it sent, and what this node put beside it.
create table exchange.hi1_object (
    country      text        not null,
    counterpart  text        not null,
    identifier   uuid        not null,
    kind         text        not null,
    generation   int         not null,
    last_changed timestamptz not null,
    content      bytea       not null,
    primary key (country, counterpart, identifier)
);

create index hi1_object_by_change on exchange.hi1_object (country, counterpart, last_changed, identifier);

create table exchange.hi1_answer (
    country        text        not null,
    counterpart    text        not null,
    transaction    uuid        not null,
    request_digest text        not null,
    request        bytea,
    answer         bytea       not null,
    answered_at    timestamptz not null,
    primary key (country, counterpart, transaction)
);

comment on column exchange.hi1_answer.request is 'as it came in; null only within the transaction that answers';
