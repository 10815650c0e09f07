-- who saved which version of a draft and what changed in it, told to whoever wrote on an older one meanwhile
create table cooperation.draft_saving (
    request  uuid        not null references cooperation.request (id),
    -- the one that it made
    version  int         not null,
    saved_by text        not null,
    saved_at timestamptz not null,
    -- the questions whose answers changed
    parts    text[]      not null,
    primary key (request, version)
);
