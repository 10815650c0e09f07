-- what colleagues tell each other about a case file; it never leaves the node
create table cooperation.case_note (
    id            uuid        primary key,
    case_file     uuid        not null references cooperation.case_file (id),
    author        uuid        not null,
    author_name   text        not null,
    -- empty once it was taken back
    text          text        not null,
    written_at    timestamptz not null,
    taken_back_at timestamptz
);

create index case_note_of_file on cooperation.case_note (case_file, written_at);

-- who was given a request may see it: lists ask by person
create index assignment_person on cooperation.assignment (person);
