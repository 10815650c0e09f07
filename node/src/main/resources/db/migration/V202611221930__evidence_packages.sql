create sequence evidence.package_mark;

-- A package for a court. Exhibits stay in the vault; what stands here is what was sealed beside them, to the letter, and the
-- seal, which grows when it is stamped and renewed.
create table evidence.package (
    id         uuid primary key,
    mark       text not null unique,
    about      text not null,
    reference  text not null,
    language   text not null,
    recipient  text not null,
    purpose    text not null,
    made_at    timestamptz not null,
    made_by    text not null,
    person     uuid not null,
    -- as of the last time it was handed out: it may be fetched for a day after
    handed_at  timestamptz not null,
    manifest   bytea not null,
    signature  bytea not null,
    -- none while its first timestamp is waited for
    stamped_at timestamptz,
    renew_at   timestamptz,
    -- what the timestamp authority said last, when it did not stamp
    trouble    text
);

create index package_about on evidence.package (about, made_at desc);
create index package_to_stamp on evidence.package (made_at) where stamped_at is null;
create index package_to_renew on evidence.package (renew_at) where renew_at is not null;

create table evidence.package_file (
    package    uuid not null references evidence.package (id),
    number     integer not null,
    path       text not null,
    media_type text not null,
    size       bigint not null,
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content    bytea,
    exhibit    uuid references evidence.exhibit (id),
    primary key (package, number),
    unique (package, path),
    check ((content is null) <> (exhibit is null))
);

create table evidence.package_renewal (
    package  uuid not null references evidence.package (id),
    number   integer not null,
    manifest bytea not null,
    stamp    bytea not null,
    primary key (package, number)
);
