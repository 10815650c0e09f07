-- Page of this node with the announcement of another from which the change was made.
alter table legislation.proposal add origin text;
