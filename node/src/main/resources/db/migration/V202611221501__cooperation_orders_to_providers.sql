-- small files within an order: what a provider hands over, and what the issuer takes in
create table cooperation.delivered_file (
    id         uuid        not null,
    request    uuid        not null references cooperation.request (id),
    -- the provider's step that hands it over; 0 on the issuer's side
    step       int         not null,
    name       text        not null,
    type       text        not null,
    size       bigint      not null,
    sha256     text        not null,
    content    bytea       not null,
    stored_at  timestamptz not null,
    primary key (request, id)
);

-- up to when this node has read what a provider says
create table cooperation.provider_look (
    provider text        primary key,
    since    timestamptz not null
);

-- numbers of authorities that were known before any order: whoever calls back never takes one out of a message
create table cooperation.registered_number (
    authority     text        not null,
    number        text        not null,
    answers       text        not null,
    registered_by text        not null,
    registered_at timestamptz not null,
    primary key (authority, number)
);

-- who at the provider works on an order
create table cooperation.assignment (
    request     uuid        primary key references cooperation.request (id),
    person      uuid        not null,
    person_name text        not null,
    assigned_at timestamptz not null
);

-- the person whose data was kept or handed over is to be told
create table cooperation.user_notice (
    request     uuid        primary key references cooperation.request (id),
    -- empty while the issuer has named no end of its silence
    due_at      timestamptz,
    told_at     timestamptz,
    told_by     text,
    how         text
);

create index user_notice_open on cooperation.user_notice (due_at) where told_at is null;
