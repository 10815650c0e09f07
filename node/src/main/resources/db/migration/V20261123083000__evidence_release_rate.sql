-- How fast the receiver fetches, as last seen: bytes of the content in a second.
alter table evidence.release add column rate bigint not null default 0;
