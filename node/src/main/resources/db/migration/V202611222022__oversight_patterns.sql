-- What the rules for patterns read of approvals and refusals.
create view oversight.approval as
select request.id,
       request.drafter_name,
       request.approver_name,
       approved.occurred_at as approved_at,
       (select max(occurred_at) from cooperation.step
         where step.request = request.id and event = 'SUBMITTED' and number < approved.number) as submitted_at
  from cooperation.request
  join cooperation.step as approved on approved.request = request.id and approved.event = 'APPROVED'
 where request.approver is not null;

create view oversight.refusal as
select request.id,
       request.reference,
       request.side,
       request.counterpart,
       refused.occurred_at as refused_at,
       coalesce(refused.particulars ->> 'ground', '') as ground,
       coalesce(request.legal_check -> 'route', request.route) ->> 'provision' as provision,
       coalesce(request.legal_check -> 'route', request.route) ->> 'dualCriminality' as dual_criminality,
       coalesce(request.legal_check -> 'route', request.route) -> 'refusalGrounds' as closed_list
  from cooperation.request
  join cooperation.step as refused on refused.request = request.id and refused.effective and refused.event = 'REFUSED'
 where not request.kind in ('VOLUNTARY_DISCLOSURE', 'VOLUNTARY_PRESERVATION', 'SPONTANEOUS_INFORMATION');

create table oversight.alert (
    id           uuid primary key,
    rule         text        not null,
    subject      text        not null,
    -- how much there is of it: a closed alert is raised again only when it is more
    weight       bigint      not null,
    threshold    text        not null,
    figures      jsonb       not null,
    raised_at    timestamptz not null,
    seen_at      timestamptz not null,
    state        text        not null check (state in ('open', 'acknowledged', 'closed')),
    reason       text,
    handled_by   text,
    handled_at   timestamptz
);

create unique index alert_once on oversight.alert (rule, subject) where state <> 'closed';
create index alert_open on oversight.alert (raised_at) where state = 'open';
