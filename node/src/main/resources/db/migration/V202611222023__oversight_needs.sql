-- Needs that were declared here, with the State that has them and what help was matched; of help, only what was accepted.
create view oversight.need_fact as
select need.id,
       need.content -> 'cells' ->> 'state' as state,
       coalesce(need.content ->> 'ended', '') = '' as stands,
       (select count(*) from capacity.kept as pairing
         where pairing.kind = 'pairing' and pairing.content ->> 'need' = need.id
           and upper(pairing.content ->> 'state') in ('ACCEPTED', 'DELIVERED', 'EVALUATED')) as matched,
       (select count(*) from capacity.kept as pairing
         where pairing.kind = 'pairing' and pairing.content ->> 'need' = need.id
           and upper(pairing.content ->> 'state') in ('DELIVERED', 'EVALUATED')) as delivered
  from capacity.kept as need
 where need.kind = 'need';
