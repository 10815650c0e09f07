create table exchange.hi1_call (
    transaction  uuid        primary key,
    number       bigint      not null generated always as identity,
    party        text        not null,
    conversation uuid        not null,
    request      bytea       not null,
    state        text        not null check (state in ('queued', 'answered', 'failed')),
    queued_at    timestamptz not null,
    attempts     int         not null default 0,
    trying_since timestamptz not null,
    warned       boolean     not null default false,
    last_error   text,
    answer       bytea,
    answered_at  timestamptz,
    check ((state = 'answered') = (answer is not null))
);

comment on column exchange.hi1_call.request is 'exactly what is sent, at every attempt';
comment on column exchange.hi1_call.trying_since is 'real time, not the domain''s';

create index hi1_call_waiting on exchange.hi1_call (party, conversation, number) where state = 'queued';
