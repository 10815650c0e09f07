-- every request so far was one for preservation
alter table cooperation.request add column kind text not null default 'PRESERVATION';
alter table cooperation.request alter column kind drop default;

-- an earlier request that this one follows up; on the requested side it may be unknown
alter table cooperation.request add column follows uuid;
alter table cooperation.request add column production jsonb;
alter table cooperation.request add column conditions jsonb;
update cooperation.request set content = content || '{"proceeding": "", "procedures": ""}';

create index request_by_followed on cooperation.request (follows) where follows is not null;

drop index cooperation.request_open;
create index request_open on cooperation.request (opened_at)
    where state not in ('PRODUCED', 'IMPOSSIBLE', 'RECEIPT_CONFIRMED', 'NOT_FOUND', 'REFUSED', 'LAPSED', 'RELEASED', 'WITHDRAWN', 'CLOSED');
