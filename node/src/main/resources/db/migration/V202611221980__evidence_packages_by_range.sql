-- With it all bytes of a package are known before it is fetched, so that a fetch goes on where the line broke.
-- A package made before has none and is made anew: its custody keeps the step.
alter table evidence.package_file add column crc32 bigint not null default 0 check (crc32 between 0 and 4294967295);
alter table evidence.package_file alter column crc32 drop default;
