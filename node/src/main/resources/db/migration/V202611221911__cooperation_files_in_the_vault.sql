-- what came with an answer lies here until the vault has it; then this row only says which exhibit it is
alter table cooperation.delivered_file
    alter column content drop not null,
    add column exhibit uuid,
    add check ((content is null) = (exhibit is not null));

create index delivered_file_to_keep on cooperation.delivered_file (stored_at) where exhibit is null;
