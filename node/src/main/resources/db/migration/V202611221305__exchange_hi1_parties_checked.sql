-- By whom and how an HI-1 party's certificate was compared.
alter table exchange.hi1_party
    add column organisation  text not null default '',
    add column confirmed_how text not null default '';
