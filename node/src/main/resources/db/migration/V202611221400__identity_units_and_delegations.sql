-- A desk or unit is a word that people share; need-to-know and hand-over notes use it.
alter table identity.person add column units text[] not null default '{}';
-- a program that calls this node; it has no keys to the pages
alter table identity.person add column machine boolean not null default false;

create table identity.delegation (
    id        uuid primary key,
    given_by  uuid not null references identity.person (id),
    taken_by  uuid not null references identity.person (id),
    roles     text[] not null check (cardinality(roles) > 0),
    starts_at timestamptz not null,
    ends_at   timestamptz not null,
    because   text not null check (because <> ''),
    given_at  timestamptz not null,
    ended_at  timestamptz,
    check (given_by <> taken_by),
    check (ends_at > starts_at)
);

create index delegation_taken_by on identity.delegation (taken_by) where ended_at is null;
create index delegation_given_by on identity.delegation (given_by);
