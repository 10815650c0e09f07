package org.comity.hi1;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An object of TS 103 120. */
public sealed interface HI1Object
        permits AuthorisationObject,
                DocumentObject,
                LDTaskObject,
                LPTaskObject,
                TDTaskObject,
                DeliveryObject,
                NotificationObject,
                ForeignObject {

    Base base();

    default UUID identifier() {
        return base().identifier();
    }

    /** Where the object stands, as the side that acts on it says; empty for kinds that stand nowhere. */
    default Optional<DictionaryEntry> status() {
        return Optional.empty();
    }

    /** Where the side that asks wants it to stand. */
    default Optional<DictionaryEntry> desiredStatus() {
        return Optional.empty();
    }

    /** This object, to be changed in part. */
    ObjectBuilder<?> with();

    /** What an update leaves of this object: the fields that it sends, and these for all others (clause 6.4.7). */
    default HI1Object updatedBy(HI1Object update) {
        if (!objectType().equals(update.objectType())) {
            throw new IllegalArgumentException("%s cannot be updated by %s"
                    .formatted(objectType().value(), update.objectType().value()));
        }
        return ObjectForms.merge(this, update);
    }

    /** The kind of object. The dictionary of V1.23.1 has no entry for take-downs, policies and destinations: ours stand in. */
    default DictionaryEntry objectType() {
        return switch (this) {
            case AuthorisationObject it -> ObjectType.AUTHORISATION.entry();
            case DocumentObject it -> ObjectType.DOCUMENT.entry();
            case LDTaskObject it -> ObjectType.LD_TASK.entry();
            case LPTaskObject it -> ObjectType.LP_TASK.entry();
            case TDTaskObject it -> new DictionaryEntry("comity", "ObjectType", "TDTask");
            case DeliveryObject it -> ObjectType.DELIVERY.entry();
            case NotificationObject it -> ObjectType.NOTIFICATION.entry();
            case ForeignObject it ->
                it.isInterceptionTask()
                        ? ObjectType.TASK.entry()
                        : new DictionaryEntry("comity", "ObjectType", it.type().getLocalPart());
        };
    }

    /**
     * What every object has. The generation is raised with each change and serves as an optimistic lock; an empty list of
     * associated objects is written as none.
     */
    record Base(
            UUID identifier,
            Optional<CountryCode> country,
            Optional<String> owner,
            Optional<Integer> generation,
            Optional<String> externalIdentifier,
            List<UUID> associatedObjects,
            Optional<QualifiedDateTime> lastChanged,
            Optional<ForeignParameters> nationalHandling) {

        public Base {
            owner.ifPresent(it -> Text.shortString("owner identifier", it));
            generation.ifPresent(Base::checkGeneration);
            Text.longString("external identifier", externalIdentifier);
            associatedObjects = List.copyOf(associatedObjects);
        }

        static void checkGeneration(int generation) {
            if (generation < 0) {
                throw new IllegalArgumentException("a generation is not negative, but this one is " + generation);
            }
        }
    }
}
