package org.comity.node.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** The public halves of people's passkeys. */
@Repository
class Passkeys implements UserCredentialRepository {

    private final JdbcClient jdbc;

    Passkeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(CredentialRecord passkey) {
        jdbc.sql("""
                        insert into identity.passkey
                          (id, person, label, public_key, signature_count, uv_initialized, backup_eligible, backed_up,
                           transports, attestation, attestation_client_data, created_at, used_at)
                        values
                          (:id, :person, :label, :key, :count, :verified, :eligible, :backedUp,
                           :transports, :attestation, :clientData, :created, :used)
                        on conflict (id) do update
                          set signature_count = :count, uv_initialized = :verified, backed_up = :backedUp, used_at = :used
                        """)
                .param("id", passkey.getCredentialId().getBytes())
                .param(
                        "person",
                        PasskeyOwners.personOf(passkey.getUserEntityUserId()).value())
                .param("label", passkey.getLabel())
                .param("key", passkey.getPublicKey().getBytes())
                .param("count", passkey.getSignatureCount())
                .param("verified", passkey.isUvInitialized())
                .param("eligible", passkey.isBackupEligible())
                .param("backedUp", passkey.isBackupState())
                .param(
                        "transports",
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .param("attestation", bytes(passkey.getAttestationObject()))
                .param("clientData", bytes(passkey.getAttestationClientDataJSON()))
                .param("created", passkey.getCreated().atOffset(ZoneOffset.UTC))
                .param("used", passkey.getLastUsed().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql("select * from identity.passkey where id = :id")
                .param("id", id.getBytes())
                .query((row, number) -> passkey(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes owner) {
        return of(PasskeyOwners.personOf(owner));
    }

    List<CredentialRecord> of(PersonId person) {
        return jdbc.sql("select * from identity.passkey where person = :person order by created_at")
                .param("person", person.value())
                .query((row, number) -> passkey(row))
                .list();
    }

    @Override
    public void delete(Bytes id) {
        jdbc.sql("delete from identity.passkey where id = :id")
                .param("id", id.getBytes())
                .update();
    }

    void deleteAllOf(PersonId person) {
        jdbc.sql("delete from identity.passkey where person = :person")
                .param("person", person.value())
                .update();
    }

    private static CredentialRecord passkey(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("id")))
                .userEntityUserId(PasskeyOwners.handleOf(new PersonId(row.getObject("person", UUID.class))))
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .transports(transports((String[]) row.getArray("transports").getArray()))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("attestation_client_data")))
                .created(instant(row, "created_at"))
                .lastUsed(instant(row, "used_at"))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String[] names) {
        return Arrays.stream(names).map(AuthenticatorTransport::valueOf).collect(Collectors.toSet());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }
}
