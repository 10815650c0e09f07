package org.comity.hi1.receiving;

import org.comity.hi1.ActionRequest;
import org.comity.hi1.AuthorisationObject;
import org.comity.hi1.DeliveryObject;
import org.comity.hi1.DocumentObject;
import org.comity.hi1.ForeignObject;
import org.comity.hi1.HI1Object;
import org.comity.hi1.LDTaskObject;
import org.comity.hi1.LPTaskObject;
import org.comity.hi1.NotificationObject;
import org.comity.hi1.TDTaskObject;

/** What an endpoint receives requests as. One endpoint may be both. */
public enum Side {

    /** Takes authorisations, documents and tasks. Only it makes notifications (clause 7.4). */
    PROVIDER,

    /** Takes notifications and deliveries (clause 6.4.10). */
    AUTHORITY;

    static Side thatTakes(HI1Object created) {
        return switch (created) {
            case AuthorisationObject it -> PROVIDER;
            case DocumentObject it -> PROVIDER;
            case LDTaskObject it -> PROVIDER;
            case LPTaskObject it -> PROVIDER;
            case TDTaskObject it -> PROVIDER;
            case ForeignObject it -> PROVIDER;
            case NotificationObject it -> AUTHORITY;
            case DeliveryObject it -> AUTHORITY;
        };
    }

    /** A delivery is delivered, not created; everything else is created. */
    static boolean isMadeBy(ActionRequest verb, HI1Object object) {
        return verb instanceof ActionRequest.Deliver == object instanceof DeliveryObject;
    }
}
