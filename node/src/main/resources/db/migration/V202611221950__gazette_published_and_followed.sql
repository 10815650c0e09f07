create schema gazette;

-- What this node publishes; the note is the entry of the log, byte for byte.
create table gazette.entry (
    position     bigint primary key check (position >= 0),
    id           uuid not null unique,
    kind         text not null,
    about        text not null,  -- what of this node it tells of; empty if it speaks for itself
    note         text not null check (octet_length(note) <= 65535),
    by           text not null,
    published_at timestamptz not null,
    revoked_by   bigint references gazette.entry (position)
);

create index entry_about on gazette.entry (about) where about <> '';

create function gazette.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'The gazette is append-only: % of gazette.% is refused.', lower(tg_op), tg_table_name;
end $$;

create trigger entry_is_not_deleted before delete or truncate on gazette.entry
    for each statement execute function gazette.refuse();

create trigger entry_is_not_changed before update of position, id, kind, about, note, by, published_at on gazette.entry
    for each row execute function gazette.refuse();

create table gazette.node (
    level smallint not null check (level between 0 and 62),
    index bigint not null check (index >= 0),
    hash  bytea not null check (octet_length(hash) = 32),
    primary key (level, index)
);

-- Its one row is also the lock under which entries get their positions.
create table gazette.tip (
    size  bigint not null check (size >= 0),
    peaks bytea[] not null
);

create unique index tip_is_one_row on gazette.tip ((true));

insert into gazette.tip values (0, '{}');

-- Gazettes that this node follows.
create table gazette.followed (
    party     text primary key,
    address   text not null,
    applied   text[] not null,  -- kinds that are taken over without waiting for a person
    since     timestamptz not null,
    by        text not null,
    taken     bigint not null default 0 check (taken >= 0),  -- entries read so far
    looked_at timestamptz,
    trouble   text,  -- why the last look brought nothing, as a stored sentence
    stopped   boolean not null default false
);

-- What was read there. A log that is built anew brings the same announcements again: they are kept once.
create table gazette.received (
    party       text not null references gazette.followed (party),
    id          uuid not null,
    position    bigint not null,
    size        bigint not null,  -- of the checkpoint under which it was read
    kind        text not null,
    title       text not null,
    note        text not null,
    received_at timestamptz not null,
    state       text not null check (state in ('HELD', 'TAKEN', 'DECLINED', 'NOTED')),
    decided_at  timestamptz,
    decided_by  text,
    because     text,
    leads_to    text,  -- page of this node with what was made of it
    revoked_at  timestamptz,
    revoked_why text,
    primary key (party, id),
    check ((state = 'HELD') = (decided_at is null) or state = 'NOTED')
);

create index received_newest on gazette.received (received_at desc, position desc);
create index received_held on gazette.received (state) where state = 'HELD';
