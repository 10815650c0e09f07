-- Files carried by hand. One that came in is taken once; one that went out can be written to a stick again.
create table exchange.packet (
    id         uuid        primary key,
    direction  text        not null check (direction in ('out', 'in')),
    party      text        not null,
    made_at    timestamptz not null,
    handled_at timestamptz not null,
    handled_by text        not null,
    answers    boolean     not null,
    messages   int         not null,
    file       bytea       not null,
    answer     uuid references exchange.packet,
    checkpoint text        not null
);

comment on column exchange.packet.answers is 'it brings receipts and refusals, not messages';
comment on column exchange.packet.answer is 'for one that came in with messages: the packet to carry back';

create index packet_by_time on exchange.packet (handled_at desc);

-- Documents that came beside an envelope.
create table exchange.incoming_enclosure (
    party        text  not null,
    message_id   text  not null,
    number       int   not null,
    name         text  not null,
    content_type text  not null,
    content      bytea not null,
    primary key (party, message_id, number),
    foreign key (party, message_id) references exchange.incoming
);
