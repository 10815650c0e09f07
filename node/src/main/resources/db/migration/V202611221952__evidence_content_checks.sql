-- When each content was last read and found to be what was taken in. Without a row: when it was taken in.
create table evidence.content_check (
    exhibit    uuid primary key references evidence.exhibit (id),
    checked_at timestamptz not null,
    damaged    boolean not null default false,
    due        boolean not null default false  -- somebody asked
);

create index content_check_damaged on evidence.content_check (exhibit) where damaged;
