create schema cooperation;

-- the last number given out, for references such as PT-2026-0001
create table cooperation.reference_counter (
    series text primary key,
    last   int  not null
);

create table cooperation.case_file (
    id                  uuid primary key,
    reference           text        not null unique,
    title               text        not null,
    offence             jsonb       not null,
    facts               text        not null,
    opened_by           uuid        not null,
    opened_by_name      text        not null,
    opened_at           timestamptz not null,
    -- everyone with one of these roles may see it
    open_to             text[]      not null,
    -- so may these persons, whatever their role
    assigned            uuid[]      not null
);

create index case_file_by_age on cooperation.case_file (opened_at desc);

-- this side's copy of a request; the id is the conversation's, the same on both nodes
create table cooperation.request (
    id                    uuid primary key,
    side                  text        not null check (side in ('REQUESTING', 'REQUESTED')),
    case_file             uuid references cooperation.case_file (id),
    counterpart           text,
    reference             text        not null unique,
    counterpart_reference text        not null,
    state                 text        not null,
    version               int         not null,
    content               jsonb       not null,
    route                 jsonb,
    drafter               uuid,
    drafter_name          text,
    approver              uuid,
    approver_name         text,
    legal_check           jsonb,
    preservation          jsonb,
    opened_at             timestamptz not null,
    -- read by the duty board
    urgency               text        not null,
    expected_deletion     timestamptz,
    kept_until            timestamptz,

    constraint the_requesting_side_has_a_case_file check ((side = 'REQUESTING') = (case_file is not null)),
    constraint four_eyes check (approver is null or approver <> drafter),
    constraint nothing_is_sent_unapproved
        check (side = 'REQUESTED' or state in ('DRAFT', 'AWAITING_APPROVAL', 'WITHDRAWN', 'CLOSED') or approver is not null)
);

create index request_by_case_file on cooperation.request (case_file);
create index request_open on cooperation.request (opened_at)
    where state not in ('PRODUCED', 'NOT_FOUND', 'REFUSED', 'LAPSED', 'RELEASED', 'WITHDRAWN', 'CLOSED');

-- the timeline: written once, in the transaction of the step
create table cooperation.step (
    request     uuid        not null references cooperation.request (id),
    number      int         not null,
    event       text        not null,
    state_from  text        not null,
    state_to    text        not null,
    by_whom     text        not null,
    actor       text        not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    particulars jsonb       not null,
    message     text,
    -- exactly what was sent or taken in
    hi1         bytea,
    effective   boolean     not null,
    primary key (request, number)
);

create unique index step_by_message on cooperation.step (message) where message is not null;

create function cooperation.steps_are_append_only() returns trigger language plpgsql as
$$
begin
    raise exception 'A step of a request is never changed or removed; record a new one.';
end
$$;

create trigger steps_are_append_only
    before update or delete on cooperation.step
    for each row execute function cooperation.steps_are_append_only();

-- the treaty form as it went out or came in
create table cooperation.form (
    request  uuid        not null references cooperation.request (id),
    language text        not null,
    html     text        not null,
    primary key (request, language)
);

create table cooperation.clock (
    id         uuid primary key,
    request    uuid        not null references cooperation.request (id),
    kind       text        not null,
    -- the provision that sets the time, or policy:… where none does
    provision  text        not null,
    started_by text        not null,
    started_at timestamptz not null,
    -- ISO 8601
    length     text        not null,
    counted    text        not null check (counted in ('calendar', 'working-days')),
    due_at     timestamptz not null,
    stopped_by text,
    stopped_at timestamptz,
    fired_at   timestamptz
);

create index clock_by_request on cooperation.clock (request);
create index clock_due on cooperation.clock (due_at) where stopped_at is null and fired_at is null;
