create schema evidence;

-- Content on its way in. The row comes before the first byte and goes when the exhibit comes, so that whatever lies in the
-- store and has neither row is left over from a crash.
create table evidence.upload (
    id          uuid primary key,
    particulars jsonb not null,
    -- unknown while a form or a delivery streams in, which can't be resumed
    length      bigint check (length >= 0),
    key_under   integer not null,
    wrapped_key bytea not null,
    -- whoever may go on with it; none when it comes from outside
    person      uuid,
    begun_by    text not null,
    begun_at    timestamptz not null,
    expires_at  timestamptz not null
);

create index upload_of_person on evidence.upload (person, begun_at);
create index upload_by_expiry on evidence.upload (expires_at);

create sequence evidence.mark;

create table evidence.exhibit (
    id          uuid primary key,
    mark        text not null unique,
    particulars jsonb not null,
    -- what it belongs to, from the particulars
    about       text[] not null,
    size        bigint not null check (size >= 0),
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    -- the content's key, under one of the node's; gone when the content was destroyed
    key_under   integer,
    wrapped_key bytea,
    taken_in_at timestamptz not null,
    taken_in_by text not null,
    taken_in_by_person uuid,
    standing    text not null,
    destruction_ordered_by uuid,
    destruction_provision text,
    check ((wrapped_key is null) = (standing in ('KEY_DESTROYED', 'DESTROYED'))),
    check ((wrapped_key is null) = (key_under is null))
);

create index exhibit_about on evidence.exhibit using gin (about);
create index exhibit_newest on evidence.exhibit (taken_in_at desc, id);
create index exhibit_by_key on evidence.exhibit (key_under);

create table evidence.custody_step (
    exhibit   uuid not null references evidence.exhibit (id),
    number    integer not null check (number > 0),
    statement text not null,
    signature bytea not null,
    signer    text not null,
    primary key (exhibit, number)
);

create function evidence.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'A chain of custody only grows: % of evidence.% is refused.', lower(tg_op), tg_table_name;
end $$;

create trigger custody_is_kept before update or delete or truncate on evidence.custody_step
    for each statement execute function evidence.refuse();
