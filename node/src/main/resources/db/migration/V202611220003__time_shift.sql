create schema time;

-- How far an exercise has moved the domain's time forward; one row.
create table time.shift (
    seconds bigint not null check (seconds >= 0)
);

create unique index shift_is_one_row on time.shift ((true));

insert into time.shift values (0);
