-- What a request, and what a need for help, have to do with a single provision that a State's law lacks.
create view oversight.request_offence as
select request.id as request, offence.provision
  from cooperation.request
 cross join lateral jsonb_array_elements_text(coalesce(request.content -> 'offence' -> 'provisions', '[]')) as offence(provision);

-- The measure that one State asks of the other with a request of this kind; null where it asks none of it.
create function oversight.measure_of(kind text) returns text language sql immutable return
    case kind
        when 'PRESERVATION' then 'preserve'
        when 'PARTIAL_DISCLOSURE' then 'partial-disclosure'
        when 'MUTUAL_ASSISTANCE' then 'mla-stored-data'
        when 'ORDER_GIVEN_EFFECT' then 'order-give-effect'
        when 'REAL_TIME_TRAFFIC' then 'realtime-traffic'
        when 'INTERCEPTION' then 'intercept'
        when 'EMERGENCY_DISCLOSURE' then 'emergency-disclosure'
        when 'EMERGENCY_ASSISTANCE' then 'emergency-mla'
        when 'SPONTANEOUS_INFORMATION' then 'spontaneous-information'
    end;

create view oversight.need_gap as
select need.id,
       need.content -> 'cells' ->> 'title' as title,
       need.content -> 'cells' ->> 'state' as state,
       gap.provision
  from capacity.kept as need
 cross join lateral unnest(string_to_array(coalesce(need.content -> 'cells' ->> 'provisions', ''), '|')) as gap(provision)
 where need.kind = 'need' and coalesce(need.content ->> 'ended', '') = '';
