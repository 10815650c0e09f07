create schema oversight;

-- What oversight counts: one row for each request that has left its drafter or arrived, without a person, an identifier or a
-- word that somebody wrote. The roof may read the tables of every room; here stands all that it reads of requests.
create view oversight.request_fact as
select request.id,
       request.reference,
       request.side,
       request.kind,
       request.kind in ('PRODUCTION_ORDER', 'PRESERVATION_ORDER', 'AGREEMENT_ORDER', 'NATIONAL_PRODUCTION_ORDER',
                        'NATIONAL_PRESERVATION_ORDER', 'VOLUNTARY_DISCLOSURE', 'VOLUNTARY_PRESERVATION', 'TAKE_DOWN')
           as to_provider,
       request.state as stands,
       left(request.counterpart, 2) as counterpart_state,
       request.counterpart,
       request.route ->> 'provision' as provision,
       request.route ->> 'instrument' as instrument,
       request.route ->> 'channel' as channel,
       (select string_agg(lower(category), '+' order by category)
          from jsonb_array_elements_text(request.content -> 'data' -> 'categories') as category) as categories,
       request.urgency = 'EMERGENCY' or request.kind in ('EMERGENCY_DISCLOSURE', 'EMERGENCY_ASSISTANCE') as emergency,
       request.kind in ('EMERGENCY_DISCLOSURE', 'EMERGENCY_ASSISTANCE') as owes_papers,
       (request.content -> 'confidentiality' ->> 'wanted')::boolean as silence,
       coalesce(request.content -> 'confidentiality' ->> 'until', '') <> '' as silence_ends,
       request.content -> 'safeguards' ->> 'legality' <> '' and request.content -> 'safeguards' ->> 'necessity' <> ''
           and request.content -> 'safeguards' ->> 'proportionality' <> '' as reasoned,
       request.legal_check is not null as checked,
       request.opened_at,
       case request.side when 'REQUESTING' then taken.approved_at else request.opened_at end as asked_at,
       taken.submitted_at,
       taken.approved_at,
       taken.returned,
       taken.delivered_at,
       taken.acknowledged_at,
       taken.decided_at,
       taken.answered_at,
       taken.handed_over_at,
       taken.conditions,
       taken.warned,
       taken.notified,
       taken.regularised_at,
       taken.deleted_at,
       taken.disclosed_at,
       taken.found_no_emergency,
       taken.reviewed,
       taken.missed,
       coalesce(case answer.event
                    when 'PRESERVED' then 'in-full'
                    when 'EXECUTED' then 'in-full'
                    when 'DISCLOSED' then 'in-full'
                    when 'HANDED_OVER' then 'in-full'
                    when 'CONTENT_REMOVED' then 'in-full'
                    when 'ACCESS_DISABLED' then 'in-full'
                    when 'PARTLY_PRESERVED' then 'in-part'
                    when 'PARTLY_EXECUTED' then 'in-part'
                    when 'PARTLY_DISCLOSED' then 'in-part'
                    when 'PARTLY_TAKEN_DOWN' then 'in-part'
                    when 'NOT_FOUND' then 'nothing-there'
                    when 'IMPOSSIBLE' then 'nothing-there'
                    when 'REFUSED' then 'refused'
                    when 'OBJECTED' then 'refused'
                    when 'CONFLICT_CLAIMED' then 'refused'
                    when 'WITHDRAWN' then 'withdrawn'
                end, 'open') as outcome,
       case when answer.event in ('REFUSED', 'OBJECTED', 'CONFLICT_CLAIMED')
            then coalesce(answer.ground, case answer.event when 'CONFLICT_CLAIMED' then 'conflict' else 'none-named' end)
       end as ground,
       loss.cause as loss
  from cooperation.request
  left join cooperation.loss on loss.request = request.id
  left join lateral (
       select min(occurred_at) filter (where event = 'SUBMITTED') as submitted_at,
              min(occurred_at) filter (where event = 'APPROVED') as approved_at,
              coalesce(bool_or(event = 'RETURNED'), false) as returned,
              min(occurred_at) filter (where event = 'DELIVERED') as delivered_at,
              min(occurred_at) filter (where event = 'ACKNOWLEDGED') as acknowledged_at,
              min(occurred_at) filter (where event in ('ACCEPTED', 'REFUSED', 'OBJECTED', 'CONFLICT_CLAIMED')) as decided_at,
              min(occurred_at) filter (where event in (
                  'PRESERVED', 'PARTLY_PRESERVED', 'NOT_FOUND', 'EXECUTED', 'PARTLY_EXECUTED', 'IMPOSSIBLE', 'DISCLOSED',
                  'PARTLY_DISCLOSED', 'CONTENT_REMOVED', 'ACCESS_DISABLED', 'PARTLY_TAKEN_DOWN', 'HANDED_OVER', 'REFUSED',
                  'OBJECTED', 'CONFLICT_CLAIMED')) as answered_at,
              min(occurred_at) filter (where event in ('HANDED_OVER', 'DISCLOSED', 'PARTLY_DISCLOSED')) as handed_over_at,
              coalesce(bool_or(event = 'CONDITIONS_ACCEPTED'), false) as conditions,
              coalesce(bool_or(event = 'WARNED'), false) as warned,
              coalesce(bool_or(event = 'AUTHORITY_NOTIFIED'), false) as notified,
              min(occurred_at) filter (where event = 'REGULARISED') as regularised_at,
              min(occurred_at) filter (where event = 'DATA_DELETED') as deleted_at,
              min(occurred_at) filter (where event = 'DISCLOSED') as disclosed_at,
              coalesce(bool_or(particulars -> 'cause' ->> 'key' = 'cooperation.cause.emergency-false'), false)
                  as found_no_emergency,
              coalesce(bool_or(event = 'REVIEWED'), false) as reviewed,
              coalesce(bool_or(event in ('TARGET_MISSED', 'UNANSWERED')), false) as missed
         from cooperation.step
        where step.request = request.id and step.effective) as taken on true
  left join lateral (
       select event, particulars ->> 'ground' as ground
         from cooperation.step
        where step.request = request.id and step.effective
          and event in ('PRESERVED', 'PARTLY_PRESERVED', 'NOT_FOUND', 'EXECUTED', 'PARTLY_EXECUTED', 'IMPOSSIBLE', 'DISCLOSED',
                        'PARTLY_DISCLOSED', 'CONTENT_REMOVED', 'ACCESS_DISABLED', 'PARTLY_TAKEN_DOWN', 'REFUSED', 'OBJECTED',
                        'CONFLICT_CLAIMED', 'WITHDRAWN')
           or step.request = request.id and step.effective and event = 'HANDED_OVER' and request.kind = 'SPONTANEOUS_INFORMATION'
        order by number desc limit 1) as answer on true;

-- A year's report as it was published: never changed, only followed by a corrected one.
create table oversight.published_report (
    year         int         not null,
    version      int         not null check (version > 0),
    content      jsonb       not null,
    sha256       text        not null,
    exercise     boolean     not null,
    note         text        not null,
    published_by text        not null,
    published_at timestamptz not null,
    primary key (year, version)
);

create function oversight.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'What oversight recorded only grows: % of oversight.% is refused.', lower(tg_op), tg_table_name;
end $$;

create trigger published_report_is_kept before update or delete or truncate on oversight.published_report
    for each statement execute function oversight.refuse();
