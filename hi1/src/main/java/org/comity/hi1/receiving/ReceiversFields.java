package org.comity.hi1.receiving;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.hi1.AuthorisationObject;
import org.comity.hi1.DeliveryObject;
import org.comity.hi1.DictionaryEntry;
import org.comity.hi1.DocumentObject;
import org.comity.hi1.ForeignElement;
import org.comity.hi1.ForeignObject;
import org.comity.hi1.HI1Object;
import org.comity.hi1.LDTaskObject;
import org.comity.hi1.LDTaskStatus;
import org.comity.hi1.LPTaskObject;
import org.comity.hi1.LPTaskStatus;
import org.comity.hi1.NotificationObject;
import org.comity.hi1.ObjectBuilder;
import org.comity.hi1.TDTaskObject;
import org.comity.hi1.TDTaskStatus;

/** What only the receiving side writes: where an object stands and why, and what it promised. */
final class ReceiversFields {

    /** Nothing more can be asked of an object that stands here. */
    private static final Set<String> ENDED = Set.of("Cancelled", "Expired", "Rejected", "Invalid");

    private ReceiversFields() {}

    /** By the names of the schema. */
    static Map<String, Optional<?>> of(HI1Object object) {
        var fields = new LinkedHashMap<String, Optional<?>>();
        switch (object) {
            case AuthorisationObject it -> {
                fields.put("AuthorisationStatus", it.status());
                fields.put("AuthorisationInvalidReason", it.invalidReason());
            }
            case DocumentObject it -> {
                fields.put("DocumentStatus", it.status());
                fields.put("DocumentInvalidReason", it.invalidReason());
            }
            case LDTaskObject it -> {
                fields.put("Status", it.status());
                fields.put("StatusReason", it.statusReason());
            }
            case LPTaskObject it -> {
                fields.put("Status", it.status());
                fields.put("StatusReason", it.statusReason());
                fields.put("PreservationExpiration", it.expiration());
            }
            case TDTaskObject it -> {
                fields.put("Status", it.status());
                fields.put("StatusReason", it.statusReason());
                fields.put("CSPReference", it.providerReference());
            }
            case ForeignObject it -> {
                fields.put("Status", element(it, "Status"));
                fields.put("InvalidReason", element(it, "InvalidReason"));
            }
            case NotificationObject it -> {}
            case DeliveryObject it -> {}
        }
        return fields;
    }

    private static Optional<String> element(ForeignObject object, String name) {
        return object.isInterceptionTask()
                ? object.elements().stream()
                        .filter(it -> it.name().getLocalPart().equals(name))
                        .findFirst()
                        .map(ForeignElement::xml)
                : Optional.empty();
    }

    /** Where a task stands until somebody has looked at it. */
    static ObjectBuilder<?> standingAtFirst(HI1Object created) {
        return switch (created) {
            case LDTaskObject it -> it.with().status(LDTaskStatus.AWAITING_DISCLOSURE);
            case LPTaskObject it -> it.with().status(LPTaskStatus.AWAITING_PRESERVATION);
            case TDTaskObject it -> it.with().status(TDTaskStatus.PENDING);
            case AuthorisationObject it -> it.with();
            case DocumentObject it -> it.with();
            case DeliveryObject it -> it.with();
            case NotificationObject it -> it.with();
            case ForeignObject it -> it.with();
        };
    }

    static boolean hasEnded(HI1Object object) {
        return object.status()
                .map(DictionaryEntry::value)
                .filter(ENDED::contains)
                .isPresent();
    }
}
