-- Who came by single sign-on, and which of them is whom; without a person, somebody whom nobody has let in.
create table identity.provider_account (
    id        uuid primary key,
    issuer    text not null,
    subject   text not null,
    shown     text not null,
    knocked_at timestamptz not null,
    person    uuid references identity.person (id),
    unique (issuer, subject)
);
