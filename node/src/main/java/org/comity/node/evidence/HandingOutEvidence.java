package org.comity.node.evidence;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.comity.node.evidence.EvidenceRefused.Why;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets content leave the vault in the clear. The step of custody comes first, with the conditions that were shown; after it the
 * same person may read for a day, in ranges and as often as a bad line needs.
 */
@Service
public class HandingOutEvidence {

    private static final Duration OPEN_FOR = Duration.ofDays(1);
    private static final int LONGEST = 400;

    private final SeeingEvidence seeing;
    private final ReadingEvidence reading;
    private final Custody custody;
    private final Clock clock;

    HandingOutEvidence(SeeingEvidence seeing, ReadingEvidence reading, Custody custody, Clock clock) {
        this.seeing = seeing;
        this.reading = reading;
        this.custody = custody;
        this.clock = clock;
    }

    /**
     * @param conditionsRead that the person confirmed all conditions as they stand now
     * @return the step's number, which opens the content
     */
    @Transactional
    public int handOut(Person person, ExhibitId id, String recipient, String purpose, boolean conditionsRead) {
        Exhibit exhibit = seeing.toHandle(person, id);
        if (!exhibit.standing().isReadable()) {
            throw new EvidenceRefused(Why.NOT_ALLOWED, "", Said.of("evidence.refused.destroyed", exhibit.mark()));
        }
        check("recipient", recipient, "evidence.refused.recipient");
        check("purpose", purpose, "evidence.refused.purpose");
        var conditions = exhibit.particulars().conditions();
        if (!conditions.isEmpty() && !conditionsRead) {
            throw new EvidenceRefused(Why.WRONG, "read", Said.of("evidence.refused.conditions"));
        }
        return custody.add(id, new CustodyAct.HandedOut(recipient.strip(), purpose.strip(), conditions), person.name())
                .said()
                .number();
    }

    /** The caller closes it. */
    public OpenExhibit open(Person person, ExhibitId id, int step) throws IOException {
        seeing.toHandle(person, id);
        boolean handedOut = custody.of(id).steps().stream()
                .map(CustodyStep::said)
                .anyMatch(said -> said.number() == step
                        && said.what().equals("handed-out")
                        && said.by().equals(person.name())
                        && said.moment().plus(OPEN_FOR).isAfter(clock.instant()));
        if (!handedOut) {
            throw EvidenceRefused.notThere();
        }
        return reading.open(id);
    }

    static void check(String field, String text, String key) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new EvidenceRefused(Why.WRONG, field, Said.of(key));
        }
    }
}
