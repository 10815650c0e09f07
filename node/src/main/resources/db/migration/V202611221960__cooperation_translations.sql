-- what a request says in other languages, each with the text that it was made of: by that it is known when the text changed
alter table cooperation.request add column translations jsonb;
