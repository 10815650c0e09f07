-- Who is signed in, so that a restart throws nobody out. Only the digest of the cookie is kept: who reads the table can't
-- be somebody else with it. Nothing else of a session is here: no half-filled form, no secret that is shown once.
create table identity.kept_session (
    digest       bytea primary key,
    person       uuid not null references identity.person (id),
    signed_in_at timestamptz not null,
    -- without it, a form that stood open during the restart could not be sent
    form_token   text,
    seen_at      timestamptz not null,
    idle_seconds integer not null
);

create index kept_session_by_person on identity.kept_session (person);

-- whoever signed in before is out
alter table identity.person add column signed_out_at timestamptz;
