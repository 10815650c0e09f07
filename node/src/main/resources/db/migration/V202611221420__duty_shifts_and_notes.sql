create schema duty;

create table duty.shift (
    id       uuid primary key,
    person   uuid not null,
    -- a person's unit; empty for the one desk of a node that names none
    desk     text not null,
    began_at timestamptz not null,
    ended_at timestamptz
);

-- nobody is on two shifts
create unique index shift_open on duty.shift (person) where ended_at is null;

create table duty.note (
    id         uuid primary key,
    desk       text not null,
    author     uuid not null,
    author_name text not null,
    written_at timestamptz not null,
    text       text not null,
    points     text[] not null
);

create index note_of_desk on duty.note (desk, written_at desc);

create table duty.receipt (
    note    uuid not null references duty.note (id),
    person  uuid not null,
    name    text not null,
    read_at timestamptz not null,
    primary key (note, person)
);
