-- What a provider's delivery names and this node can't fetch safely, until the provider delivers it again with what is missing
create table cooperation.unfetchable_delivery (
    request  uuid        not null references cooperation.request (id),
    id       uuid        not null,
    name     text        not null,
    address  text        not null,
    why      text        not null,
    heard_at timestamptz not null,
    primary key (request, id)
);
