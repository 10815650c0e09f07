create schema checkup;

-- the last time that this node tried itself
create table checkup.report (
    at          timestamptz primary key,
    took_millis bigint not null,
    lines       jsonb not null
);

-- what the check of the database writes and reads; always rolled back
create table checkup.trial (
    id      uuid primary key,
    content text not null
);
