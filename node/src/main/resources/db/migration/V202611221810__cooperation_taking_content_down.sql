update cooperation.request set content = content || '{"takeDown": null}';

drop index cooperation.request_open;
create index request_open on cooperation.request (opened_at)
    where state not in ('PRODUCED', 'REGULARISED', 'DELETED', 'IMPOSSIBLE', 'RECEIPT_CONFIRMED', 'REINSTATED', 'SETTLED', 'NOT_FOUND', 'REFUSED', 'LAPSED', 'RELEASED', 'WITHDRAWN', 'CLOSED');
