-- words kept before are shown as they were written
update exchange.outgoing
set last_error = jsonb_build_object('key', 'exchange.trouble.said', 'about', jsonb_build_array(last_error))::text
where last_error is not null;

update exchange.peer_health
set last_failure = jsonb_build_object('key', 'exchange.trouble.said', 'about', jsonb_build_array(last_failure))::text
where last_failure is not null;
