-- where the data of a case was thought to be; a later thought is added, none is changed
create table cooperation.assessment (
    case_file  uuid        not null references cooperation.case_file (id),
    number     int         not null,
    standing   text        not null check (standing in ('KNOWN', 'CANDIDATES', 'UNKNOWN', 'DISTRIBUTED')),
    candidates jsonb       not null,
    note       text        not null,
    made_by    text        not null,
    made_at    timestamptz not null,
    primary key (case_file, number)
);

create function cooperation.assessments_are_append_only() returns trigger language plpgsql as
$$
begin
    raise exception 'An assessment of where data may be is never changed or removed; record a new one.';
end
$$;

create trigger assessments_are_append_only
    before update or delete on cooperation.assessment
    for each row execute function cooperation.assessments_are_append_only();

-- requests that ask several States for the same data at once
update cooperation.request set content = content || '{"oneOf": null}';
create index request_one_of on cooperation.request ((content -> 'oneOf' ->> 'group'))
    where content -> 'oneOf' ->> 'group' is not null;
