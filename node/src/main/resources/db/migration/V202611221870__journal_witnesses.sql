-- Checkpoints of this node's journal that others cosigned (c2sp.org/tlog-cosignature).
create table journal.cosignature (
    witness     text not null,  -- verifier key: name+id+key
    party       text not null,
    size        bigint not null check (size > 0),
    root        bytea not null check (octet_length(root) = 32),
    cosigned_at timestamptz not null,
    kept_at     timestamptz not null,
    line        text not null,
    primary key (witness, size)
);

create index cosignature_by_size on journal.cosignature (size);

-- The last checkpoint that was seen of each other journal, with this node's own cosignature.
create table journal.seen (
    origin  text primary key,
    party   text not null,
    note    text not null,
    seen_at timestamptz not null
);

-- Two histories of one journal; both notes are the evidence, so that a row is only ever settled, never removed.
create table journal.contradiction (
    id         bigint generated always as identity primary key,
    side       text not null check (side in ('THEIRS', 'OURS')),
    party      text not null,
    origin     text not null,
    nature     text not null check (nature in ('SHORTER', 'REWRITTEN', 'SPLIT')),
    seen       text not null,
    shown      text not null,
    found_at   timestamptz not null,
    settled_at timestamptz,
    settled_by text,
    because    text,
    check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (because is null))
);

create trigger contradiction_is_not_deleted before delete or truncate on journal.contradiction
    for each statement execute function journal.refuse();

-- The register of erasures.
create index entry_erased on journal.entry (position) where erased_at is not null;
