-- Who was shown what, in the order of the answers.
create table oversight.reading (
    number  bigint generated always as identity primary key,
    at      timestamptz not null,
    person  uuid        not null,
    name    text        not null,
    roles   text[]      not null,
    -- by whose name a program came
    token   text,
    kind    text        not null,
    subject text        not null,
    -- the subject, where it is an identifier of ours
    thing   uuid,
    address text        not null,
    shown   boolean     not null
);

create index reading_by_person on oversight.reading (person, number desc);
create index reading_by_subject on oversight.reading (kind, subject, number desc);
create index reading_by_time on oversight.reading (at);

create trigger reading_is_kept before update or delete or truncate on oversight.reading
    for each statement execute function oversight.refuse();

-- What the journal holds of each day's readings; each digest goes on from the one before.
create table oversight.reading_day (
    day      date   primary key,
    readings bigint not null,
    sha256   text   not null
);

create trigger reading_day_is_kept before update or delete or truncate on oversight.reading_day
    for each statement execute function oversight.refuse();

-- The words behind a request's safeguards, for a reviewer: nobody else reads this view.
create view oversight.request_reason as
select request.id,
       request.reference,
       request.side,
       request.kind,
       request.counterpart,
       request.state as stands,
       case_file.reference as case_file,
       request.drafter,
       request.drafter_name,
       request.approver_name,
       assignment.person as assigned,
       request.route ->> 'provision' as provision,
       request.route ->> 'standing' as route_standing,
       request.route ->> 'dualCriminality' as dual_criminality,
       request.content -> 'safeguards' ->> 'legality' as legality,
       request.content -> 'safeguards' ->> 'necessity' as necessity,
       request.content -> 'safeguards' ->> 'proportionality' as proportionality,
       request.legal_check ->> 'ownLaw' as own_law,
       request.legal_check -> 'safeguards' ->> 'legality' as checked_legality,
       request.legal_check -> 'safeguards' ->> 'necessity' as checked_necessity,
       request.legal_check -> 'safeguards' ->> 'proportionality' as checked_proportionality,
       request.legal_check ->> 'byName' as checked_by,
       request.content ->> 'proceeding' as proceeding,
       request.content -> 'issuance' ->> 'reviewedBy' as reviewed_by,
       (request.content -> 'confidentiality' ->> 'wanted')::boolean as silence,
       request.content -> 'confidentiality' ->> 'reason' as silence_reason,
       request.content -> 'confidentiality' ->> 'until' as silence_until,
       user_notice.told_at as user_told_at,
       user_notice.due_at as user_due_at,
       coalesce((select bool_or(event = 'AUTHORITY_NOTIFIED') from cooperation.step
                  where step.request = request.id and step.effective), false) as notified
  from cooperation.request
  left join cooperation.case_file on case_file.id = request.case_file
  left join cooperation.assignment on assignment.request = request.id
  left join cooperation.user_notice on user_notice.request = request.id;

-- A drawing: whoever has the seed and the list of requests draws the same.
create table oversight.sample (
    number            int generated always as identity primary key,
    name              text        not null,
    of                text        not null,
    from_day          date        not null,
    until_day         date        not null,
    each              int         not null check (each > 0),
    seed              text        not null,
    population        int         not null,
    population_sha256 text        not null,
    drawn_by          text        not null,
    drawn_at          timestamptz not null
);

create table oversight.sampled (
    sample  int  not null references oversight.sample (number),
    request uuid not null,
    stratum text not null,
    place   int  not null,
    primary key (sample, request)
);

-- What a reviewer found; a later verdict on the same point stands for the earlier ones.
create table oversight.verdict (
    number  bigint generated always as identity primary key,
    sample  int         not null,
    request uuid        not null,
    point   text        not null,
    verdict text        not null,
    remark  text        not null,
    by      text        not null,
    at      timestamptz not null,
    foreign key (sample, request) references oversight.sampled (sample, request)
);

create index verdict_of on oversight.verdict (sample, request);

create table oversight.finding (
    id      uuid primary key,
    number  int generated always as identity unique,
    request uuid not null,
    sample  int references oversight.sample (number),
    point   text not null,
    due     date not null
);

create index finding_of_request on oversight.finding (request);

create table oversight.finding_step (
    finding uuid        not null references oversight.finding (id),
    number  int         not null,
    act     text        not null check (act in ('raised', 'answered', 'sent-back', 'settled')),
    text    text        not null,
    person  uuid        not null,
    by      text        not null,
    at      timestamptz not null,
    primary key (finding, number)
);

create trigger sample_is_kept before update or delete or truncate on oversight.sample
    for each statement execute function oversight.refuse();
create trigger sampled_is_kept before update or delete or truncate on oversight.sampled
    for each statement execute function oversight.refuse();
create trigger verdict_is_kept before update or delete or truncate on oversight.verdict
    for each statement execute function oversight.refuse();
create trigger finding_is_kept before update or delete or truncate on oversight.finding
    for each statement execute function oversight.refuse();
create trigger finding_step_is_kept before update or delete or truncate on oversight.finding_step
    for each statement execute function oversight.refuse();

create table oversight.complaint (
    number      int generated always as identity primary key,
    received_on date        not null,
    subject     text        not null,
    request     uuid,
    -- may be erased, each with a reason
    complainant text,
    contact     text,
    text        text,
    due         date        not null,
    taken_in_by text        not null,
    taken_in_by_person uuid not null,
    taken_in_at timestamptz not null,
    outcome     text,
    remedy      text,
    reasons     text,
    decided_by  text,
    decided_at  timestamptz,
    erased_at   timestamptz,
    erased_because text,
    erased_by   text,
    check ((complainant is null and contact is null and text is null) = (erased_at is not null)),
    check ((outcome is null) = (decided_at is null))
);

create index complaint_open on oversight.complaint (due) where outcome is null;
