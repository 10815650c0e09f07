package org.comity.node.cooperation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.evidence.Exhibit;
import org.comity.node.evidence.ExhibitId;
import org.comity.node.evidence.Fetch;
import org.comity.node.evidence.OfferedExhibit;
import org.comity.node.evidence.Packing;
import org.comity.node.evidence.Release;
import org.comity.node.identity.Person;

/** What is in the vault of the data that requests are about. */
interface RequestEvidence {

    /** The newest first. */
    List<Exhibit> of(RequestId request);

    /** What can go to the other side, the newest first: of the request, and of the case of which information is told. */
    List<Exhibit> givable(Request request);

    /** Notes in its custody that the other side has it now as well. @param by a person's name as shown */
    void released(ExhibitId exhibit, Request request, String by);

    /** Reads an exhibit through, to hand it over; call it outside a transaction, since a large one takes its time. */
    ReadThrough readThrough(ExhibitId exhibit, Request request);

    /** An exhibit that can be signed for; nothing is noted of it yet. */
    @FunctionalInterface
    interface ReadThrough {
        /** As {@link #released}; the other side's node may fetch it. Empty for a counterpart without a node. */
        Optional<OfferedExhibit> release(Request request, String by);
    }

    /**
     * As {@link #released}; the other side, which is known by its certificate, may fetch it over HI-1.
     *
     * @return under which it is fetched
     */
    UUID deliver(ExhibitId exhibit, Request request, String by);

    /** Who may fetch what of it, and has. */
    List<Release> releases(RequestId request);

    /** What comes of it from the other side. */
    List<Fetch> fetches(RequestId request);

    /** Packages of it for a court that are being made. */
    List<Packing> packings(RequestId request);

    /** All of a small one, noted in its custody. Where its use is limited, its own page shows the conditions first. */
    byte[] handOut(Person person, ExhibitId exhibit, String purpose) throws IOException;
}
