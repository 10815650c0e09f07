create schema legislation;

create table legislation.proposal (
    id            uuid primary key,
    number        integer generated always as identity unique,
    kind          text not null,
    state         text not null,
    version       integer not null,
    rows          jsonb not null,
    why           text not null,
    reverts       uuid references legislation.proposal,
    states        text[] not null,
    instruments   text[] not null,
    proposer      uuid not null,
    proposer_name text not null,
    reviewer      uuid,
    reviewer_name text,
    remark        text not null,
    edition       integer unique,
    difference    jsonb not null,
    opened_at     timestamptz not null,
    changed_at    timestamptz not null,
    constraint four_eyes check (reviewer is null or reviewer <> proposer)
);
create index proposal_state on legislation.proposal (state, changed_at desc);
create index proposal_states on legislation.proposal using gin (states);

create table legislation.proposal_step (
    proposal    uuid not null references legislation.proposal,
    number      integer generated always as identity,
    event       text not null,
    from_state  text not null,
    to_state    text not null,
    actor       text not null,
    reason      text not null,
    happened_at timestamptz not null,
    primary key (proposal, number)
);

-- one row: its lock puts publications in order
create table legislation.edition (
    single  boolean primary key default true check (single),
    number  integer not null
);
insert into legislation.edition (number) values (0);
