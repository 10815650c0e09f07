-- The same envelope over every channel.
alter table exchange.outgoing
    add column channel        text not null default 'as4' check (channel in ('as4', 'packet', 'mail', 'paper')),
    add column handed_over_at timestamptz,
    add column proof          text check (proof in ('signed-receipt', 'signed-mail', 'record'));

update exchange.outgoing set proof = 'signed-receipt' where state = 'confirmed';

alter table exchange.outgoing add check ((state = 'confirmed') = (proof is not null));

comment on column exchange.outgoing.handed_over_at is 'a mail server took it, or a person took it along; no proof of arrival';
comment on column exchange.outgoing.receipt is 'a signed signal, a signed mail, or a person''s record: proof says which';

-- Documents beside an envelope, for those who read paper.
create table exchange.enclosure (
    message_id   text  not null references exchange.outgoing,
    number       int   not null,
    name         text  not null,
    content_type text  not null,
    content      bytea not null,
    primary key (message_id, number)
);
