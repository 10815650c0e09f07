create schema forum;

-- one row a record: a body, a meeting, a recommendation, a silence procedure, a report.
-- What ships with the node has no row until it is changed here.
create table forum.kept (
    kind     text not null,
    id       text not null,
    version  bigint not null check (version > 0),
    content  jsonb not null,
    added_at timestamptz not null,
    primary key (kind, id)
);

-- every version that a record ever had
create table forum.change (
    kind    text not null,
    id      text not null,
    version bigint not null,
    at      timestamptz not null,
    by      text not null,
    what    text not null,
    content jsonb not null,
    primary key (kind, id, version)
);
