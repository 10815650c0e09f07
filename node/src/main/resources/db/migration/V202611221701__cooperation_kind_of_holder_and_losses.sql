-- what kind of provider holds the data decides how long it is kept
update cooperation.request set content = jsonb_set(content, '{data,holder}', '""') where content -> 'data' ->> 'holder' is null;

-- data that could not be had any more, and why
create table cooperation.loss (
    request          uuid primary key references cooperation.request (id),
    cause            text        not null,
    remark           text        not null,
    recorded_by      uuid        not null,
    recorded_by_name text        not null,
    recorded_at      timestamptz not null
);
