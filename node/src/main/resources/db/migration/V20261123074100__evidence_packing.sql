-- Packages for courts that were asked for and are not sealed yet. Whoever works on one holds it for a while; after a crash
-- another goes on: with the exhibit at which it was, or, once it was handed out, with the seal.
create table evidence.packing (
    id         uuid primary key,
    about      text not null,
    reference  text not null,
    language   text not null,
    recipient  text not null,
    purpose    text not null,
    asked_at   timestamptz not null,
    asked_by   text not null,
    person     uuid not null,
    state      text not null check (state in ('READING', 'SEALING', 'CANCELLED', 'REFUSED')),
    -- when its exhibits were handed out in their custody: from then on it ends with a package
    handed_at  timestamptz check (state <> 'SEALING' or handed_at is not null),
    read       bigint not null default 0,
    rate       bigint not null default 0,
    trouble    text not null default '',
    tries      integer not null default 0,
    next_at    timestamptz not null,
    held_until timestamptz
);

create index packing_about on evidence.packing (about, asked_at desc);
create index packing_next on evidence.packing (next_at) where state in ('READING', 'SEALING');

create table evidence.packing_exhibit (
    packing    uuid not null references evidence.packing (id) on delete cascade,
    number     integer not null,
    exhibit    uuid not null references evidence.exhibit (id),
    size       bigint not null,
    -- how many limited its use when the person confirmed them; they are added, never taken away
    conditions integer not null,
    -- of its content, once it was read and found to be what was taken in
    crc32      bigint,
    -- how many steps its custody had with the one that handed it out
    steps      integer,
    primary key (packing, number)
);
