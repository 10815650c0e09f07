-- Whoever is known by a certificate fetches over HI-1: no key of the transfer's own, no chunks sealed under it.
alter table evidence.release
    alter column key_under drop not null,
    alter column wrapped_key drop not null,
    alter column secret_sha256 drop not null,
    alter column tree drop not null,
    add constraint release_sealed_or_by_certificate
        check (num_nulls(key_under, wrapped_key, secret_sha256, tree) in (0, 4));

alter table evidence.fetch
    alter column root drop not null,
    alter column sealed_key drop not null,
    add constraint fetch_sealed_or_by_certificate check (num_nulls(root, sealed_key) in (0, 2));
