-- each item of a preservation has a state and an end of its own; so far all stood as their request did
update cooperation.request
set preservation = (preservation - 'outcomes') || jsonb_build_object(
        'items',
        coalesce(
                (select jsonb_agg(jsonb_build_object(
                                          'identifier', outcome -> 'identifier',
                                          'state', case
                                              when not (outcome ->> 'preserved')::boolean then 'NOT_FOUND'
                                              when state in ('EXTENDED', 'FOLLOWUP_RECEIVED', 'PRODUCED', 'WITHDRAWN',
                                                             'RELEASED', 'LAPSED') then state
                                              when state = 'CLOSED' then 'RELEASED'
                                              else 'PRESERVED'
                                          end,
                                          'keptUntil', preservation -> 'keptUntil',
                                          'remark', outcome -> 'remark')
                                  order by number)
                 from jsonb_array_elements(preservation -> 'outcomes') with ordinality as told (outcome, number)),
                '[]'::jsonb))
where preservation is not null;
