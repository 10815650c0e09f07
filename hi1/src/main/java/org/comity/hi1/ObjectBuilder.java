package org.comity.hi1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds what every object has. */
public abstract sealed class ObjectBuilder<B extends ObjectBuilder<B>>
        permits AuthorisationObject.Builder,
                DocumentObject.Builder,
                LDTaskObject.Builder,
                LPTaskObject.Builder,
                TDTaskObject.Builder,
                DeliveryObject.Builder,
                NotificationObject.Builder,
                ForeignObject.Builder {

    private final UUID identifier;
    private final List<UUID> associatedObjects = new ArrayList<>();
    private @Nullable CountryCode country;
    private @Nullable String owner;
    private @Nullable Integer generation;
    private @Nullable String externalIdentifier;
    private @Nullable QualifiedDateTime lastChanged;
    private @Nullable ForeignParameters nationalHandling;

    ObjectBuilder(UUID identifier) {
        this.identifier = identifier;
    }

    abstract B self();

    public abstract HI1Object build();

    /** The owner is the endpoint that made the object. */
    public B ownedBy(EndpointId owner) {
        this.country = owner.country();
        this.owner = owner.uniqueIdentifier();
        return self();
    }

    public B generation(int generation) {
        this.generation = generation;
        return self();
    }

    public B externalIdentifier(String externalIdentifier) {
        this.externalIdentifier = externalIdentifier;
        return self();
    }

    public B associatedWith(UUID... identifiers) {
        associatedObjects.addAll(List.of(identifiers));
        return self();
    }

    public B lastChanged(QualifiedDateTime lastChanged) {
        this.lastChanged = lastChanged;
        return self();
    }

    public B nationalHandling(ForeignParameters nationalHandling) {
        this.nationalHandling = nationalHandling;
        return self();
    }

    B from(HI1Object.Base base) {
        country = base.country().orElse(null);
        owner = base.owner().orElse(null);
        generation = base.generation().orElse(null);
        externalIdentifier = base.externalIdentifier().orElse(null);
        associatedObjects.addAll(base.associatedObjects());
        lastChanged = base.lastChanged().orElse(null);
        nationalHandling = base.nationalHandling().orElse(null);
        return self();
    }

    HI1Object.Base base() {
        return new HI1Object.Base(
                identifier,
                Optional.ofNullable(country),
                Optional.ofNullable(owner),
                Optional.ofNullable(generation),
                Optional.ofNullable(externalIdentifier),
                associatedObjects,
                Optional.ofNullable(lastChanged),
                Optional.ofNullable(nationalHandling));
    }
}
