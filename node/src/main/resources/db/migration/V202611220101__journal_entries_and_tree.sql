create schema journal;

-- Every step of the node, numbered from 0 without gaps; the position is the leaf's place in the tree.
-- A commitment is SHA-256(salt || canonical details); it stays when salt and details are erased.
create table journal.entry (
    position     bigint primary key check (position >= 0),
    happened_at  timestamptz not null,
    actor        text not null,
    subject      text not null,
    what         text not null,
    commitment   bytea not null check (octet_length(commitment) = 32),
    salt         bytea check (octet_length(salt) = 32),
    details      text,
    erased_at    timestamptz,
    erased_because text,
    check (
        (salt is not null and details is not null and erased_at is null and erased_because is null)
        or (salt is null and details is null and erased_at is not null and erased_because is not null)
    )
);

create index entry_by_subject on journal.entry (subject, position);

-- Hashes of the full subtrees of the Merkle tree (RFC 6962): level 0 holds the leaves.
create table journal.node (
    level smallint not null check (level between 0 and 62),
    index bigint not null check (index >= 0),
    hash  bytea not null check (octet_length(hash) = 32),
    primary key (level, index)
);

-- The right edge of the tree; its one row is also the lock under which entries get their positions.
create table journal.tip (
    size  bigint not null check (size >= 0),
    peaks bytea[] not null
);

create unique index tip_is_one_row on journal.tip ((true));

insert into journal.tip values (0, '{}');

create function journal.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'The journal is append-only: % of journal.% is refused.', lower(tg_op), tg_table_name
        using hint = 'Details may be erased through journal.erase(position, reason, moment).';
end $$;

-- Lets an update pass only if it erases salt and details and leaves all else as it is.
create function journal.refuse_all_but_erasing() returns trigger language plpgsql as $$
begin
    if current_setting('journal.erasing', true) = new.position::text
        and new.salt is null and new.details is null
        and (new.position, new.happened_at, new.actor, new.subject, new.what, new.commitment)
            = (old.position, old.happened_at, old.actor, old.subject, old.what, old.commitment)
        and old.erased_at is null
    then
        return new;
    end if;
    raise exception 'The journal is append-only: entry % is not changed.', old.position
        using hint = 'Details may be erased through journal.erase(position, reason, moment).';
end $$;

-- Lets the tip only grow.
create function journal.refuse_shrinking() returns trigger language plpgsql as $$
begin
    if new.size > old.size then
        return new;
    end if;
    raise exception 'The journal is append-only: its tree of % entries does not become one of %.', old.size, new.size;
end $$;

-- The one way to erase: the commitment stays, so that the tree still verifies. True if there was something to erase.
create function journal.erase(erased bigint, reason text, moment timestamptz) returns boolean language plpgsql as $$
declare
    done boolean;
begin
    perform set_config('journal.erasing', erased::text, true);
    update journal.entry
       set salt = null, details = null, erased_at = moment, erased_because = reason
     where position = erased and erased_at is null;
    done := found;
    perform set_config('journal.erasing', '', true);
    return done;
end $$;

create trigger entry_is_kept before update on journal.entry
    for each row execute function journal.refuse_all_but_erasing();
create trigger entry_is_not_deleted before delete or truncate on journal.entry
    for each statement execute function journal.refuse();
create trigger node_is_kept before update or delete or truncate on journal.node
    for each statement execute function journal.refuse();
create trigger tip_only_grows before update on journal.tip
    for each row execute function journal.refuse_shrinking();
create trigger tip_is_not_deleted before delete or truncate on journal.tip
    for each statement execute function journal.refuse();
