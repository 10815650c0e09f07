create schema capacity;

-- one row a record: a need, an offer, a project, a course, a self-assessment, a plan.
-- What ships with the node has no row until it is changed here.
create table capacity.kept (
    kind     text not null,
    id       text not null,
    version  bigint not null check (version > 0),
    content  jsonb not null,
    added_at timestamptz not null,
    primary key (kind, id)
);

-- every version that a record ever had
create table capacity.change (
    kind    text not null,
    id      text not null,
    version bigint not null,
    at      timestamptz not null,
    by      text not null,
    what    text not null,
    content jsonb not null,
    primary key (kind, id, version)
);
