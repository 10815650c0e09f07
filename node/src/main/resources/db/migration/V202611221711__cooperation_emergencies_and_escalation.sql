-- three quarters of a clock's time have passed, and that was said
alter table cooperation.clock add column escalated_at timestamptz;

update cooperation.request set content = content || '{"emergency": null}';

drop index cooperation.request_open;
create index request_open on cooperation.request (opened_at)
    where state not in ('PRODUCED', 'REGULARISED', 'DELETED', 'IMPOSSIBLE', 'RECEIPT_CONFIRMED', 'NOT_FOUND', 'REFUSED', 'LAPSED', 'RELEASED', 'WITHDRAWN', 'CLOSED');
