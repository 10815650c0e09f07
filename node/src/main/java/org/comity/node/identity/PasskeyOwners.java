package org.comity.node.identity;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * People as their authenticators know them. The user handle is the person's id, which says nothing about them (Web
 * Authentication section 14.6.1), so nothing is stored beside {@link People}; "user name" here is that id as text.
 */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final People people;

    PasskeyOwners(People people) {
        this.people = people;
    }

    static Bytes handleOf(PersonId person) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .array());
    }

    static PersonId personOf(Bytes handle) {
        var both = ByteBuffer.wrap(handle.getBytes());
        return new PersonId(new UUID(both.getLong(), both.getLong()));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return entity(personOf(handle));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
        return entity(PersonId.of(id));
    }

    private @Nullable PublicKeyCredentialUserEntity entity(PersonId id) {
        return people.door(id)
                .map(door -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handleOf(id))
                        .name(door.signInName())
                        .displayName(door.person().name())
                        .build())
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity person) {
        // nothing to keep: see above
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("People are disabled, not deleted.");
    }
}
