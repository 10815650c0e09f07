-- what ties a case to a State; taken back, it stays to be seen
create table cooperation.tie (
    id            uuid        primary key,
    case_file     uuid        not null references cooperation.case_file (id),
    state         text        not null,
    link          text        not null,
    reason        text        not null,
    said_by       text        not null,
    said_at       timestamptz not null,
    taken_back_at timestamptz
);

create index tie_of_file on cooperation.tie (case_file, said_at);

-- States that can claim a case speak about who prosecutes
create table cooperation.consultation (
    id         uuid        primary key,
    case_file  uuid        not null references cooperation.case_file (id),
    state      text        not null,
    held_on    date        not null,
    outcome    text        not null,
    said_by    text        not null,
    said_at    timestamptz not null
);

create index consultation_of_file on cooperation.consultation (case_file, held_on);

-- a matter that is no request for cooperation goes to whom it concerns
create table cooperation.referral (
    id            uuid        primary key,
    case_file     uuid        not null references cooperation.case_file (id),
    matter        text        not null,
    institution   text        not null,
    reason        text        not null,
    said_by       text        not null,
    said_at       timestamptz not null,
    taken_back_at timestamptz
);

create unique index referral_standing on cooperation.referral (case_file) where taken_back_at is null;
