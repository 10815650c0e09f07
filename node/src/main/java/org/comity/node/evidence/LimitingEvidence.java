package org.comity.node.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import org.comity.node.evidence.EvidenceRefused.Why;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds what limits the use of an exhibit, and what it belongs to. Neither can be taken away. */
@Service
public class LimitingEvidence {

    private final Exhibits exhibits;
    private final SeeingEvidence seeing;
    private final Custody custody;

    LimitingEvidence(Exhibits exhibits, SeeingEvidence seeing, Custody custody) {
        this.exhibits = exhibits;
        this.seeing = seeing;
        this.custody = custody;
    }

    @Transactional
    public void limit(Person person, ExhibitId id, Condition condition) {
        seeing.toHandle(person, id);
        HandingOutEvidence.check("condition", condition.text(), "evidence.refused.condition");
        limit(id, condition, person.name());
    }

    /** For another room, such as when an authority's answer names a condition. */
    @Transactional
    public void limit(ExhibitId id, Condition condition, String by) {
        Exhibit exhibit = exhibits.hold(id).orElseThrow(EvidenceRefused::notThere);
        var conditions = new ArrayList<>(exhibit.particulars().conditions());
        if (!conditions.contains(condition)) {
            conditions.add(condition);
            exhibits.change(id, exhibit.particulars().withConditions(conditions));
            custody.add(id, new CustodyAct.Limited(condition), by);
        }
    }

    /** @param reference of a case or request that the person sees */
    @Transactional
    public void putTo(Person person, ExhibitId id, String reference) {
        seeing.toHandle(person, id);
        Matter matter = seeing.matter(person, reference.strip())
                .orElseThrow(() -> new EvidenceRefused(Why.WRONG, "about", Said.of("evidence.refused.about")));
        putTo(id, matter.subject(), person.name());
    }

    /** For the room that keeps the matter. */
    @Transactional
    public void putTo(ExhibitId id, String subject, String by) {
        Exhibit exhibit = exhibits.hold(id).orElseThrow(EvidenceRefused::notThere);
        var about = new HashSet<>(exhibit.particulars().about());
        if (about.add(subject)) {
            exhibits.change(id, exhibit.particulars().withAbout(about));
            custody.add(id, new CustodyAct.PutTo(subject), by);
        }
    }
}
