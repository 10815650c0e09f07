alter table directory.peer add column channel text not null default 'as4' check (channel in ('as4', 'packet'));

comment on column directory.peer.channel is 'packet while the peer can''t be reached over the network';

-- Organisations without a node: reached by S/MIME mail, or by hand.
create table directory.correspondent (
    party           text        primary key,
    organisation    text        not null,
    functions       text[]      not null,
    languages       text[]      not null,
    address         text,
    certificate     bytea,
    fingerprint     text,
    place           text        not null,
    added_at        timestamptz not null,
    added_by        text        not null,
    added_by_id     uuid        not null,
    confirmed_at    timestamptz,
    confirmed_by    text,
    confirmed_by_id uuid,
    confirmed_how   text,
    check (confirmed_by_id <> added_by_id),
    check ((address is null) = (certificate is null)),
    check ((certificate is null) = (fingerprint is null)),
    check ((confirmed_at is null) = (confirmed_by_id is null)),
    check ((confirmed_at is null) = (confirmed_by is null)),
    check ((confirmed_at is null) = (confirmed_how is null))
);

comment on column directory.correspondent.certificate is 'the only one to which mail is sealed and by which answers are checked';
comment on column directory.correspondent.place is 'where paper is handed in';

create index correspondent_by_address on directory.correspondent (lower(address)) where confirmed_at is not null;
