package org.comity.node.evidence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.comity.node.evidence.EvidenceRefused.Why;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Power;
import org.springframework.stereotype.Service;

/** Who may see which exhibit, and who may do what with it. What a person may not see is not there. */
@Service
public class SeeingEvidence {

    /** Exhibits on one page of the list. */
    public static final int PAGE = 25;

    private static final int LOOKED_AT_ONCE = 200;
    private static final EnumSet<Power> HANDLING =
            EnumSet.of(Power.DRAFT, Power.ANSWER, Power.EXECUTE, Power.PRODUCE, Power.APPROVE);

    private final Exhibits exhibits;
    private final List<Matters> rooms;

    SeeingEvidence(Exhibits exhibits, List<Matters> rooms) {
        this.exhibits = exhibits;
        this.rooms = rooms;
    }

    /** Whoever sees what it belongs to, whoever put it in, and oversight. */
    public Exhibit exhibit(Person person, ExhibitId id) {
        return exhibits.find(id).filter(exhibit -> isVisible(person, exhibit)).orElseThrow(EvidenceRefused::notThere);
    }

    /** As {@link #exhibit}, for those who work with evidence. */
    public Exhibit toHandle(Person person, ExhibitId id) {
        Exhibit exhibit = exhibit(person, id);
        checkHandles(person);
        return exhibit;
    }

    public static boolean handles(Person person) {
        return HANDLING.stream().anyMatch(person::may);
    }

    static void checkHandles(Person person) {
        if (!handles(person)) {
            throw new EvidenceRefused(Why.NOT_ALLOWED, "", Said.of("evidence.refused.role"));
        }
    }

    /** Newest first; one more than a page has if there are later ones. */
    public List<Exhibit> page(Person person, int page) {
        var visible = new ArrayList<Exhibit>();
        int wanted = page * PAGE + 1;
        for (int from = 0; visible.size() < wanted; from += LOOKED_AT_ONCE) {
            List<Exhibit> some = exhibits.newest(from, LOOKED_AT_ONCE);
            some.stream().filter(exhibit -> isVisible(person, exhibit)).forEach(visible::add);
            if (some.size() < LOOKED_AT_ONCE) {
                break;
            }
        }
        int first = Math.min(visible.size(), (page - 1) * PAGE);
        return List.copyOf(visible.subList(first, Math.min(visible.size(), wanted)));
    }

    /** What an exhibit belongs to, as far as the person may know. */
    public List<Matter> matters(Person person, Particulars particulars) {
        return particulars.about().stream()
                .sorted()
                .flatMap(subject -> matter(person, subject).stream())
                .toList();
    }

    /** @param name a subject or a reference */
    public Optional<Matter> matter(Person person, String name) {
        return rooms.stream().flatMap(room -> room.find(person, name).stream()).findFirst();
    }

    /** To choose from when something is put in. */
    public List<Matter> latest(Person person) {
        return rooms.stream().flatMap(room -> room.latest(person).stream()).toList();
    }

    private boolean isVisible(Person person, Exhibit exhibit) {
        return person.may(Power.READ_EVERYTHING)
                || exhibit.takenInByPerson().filter(person.id()::equals).isPresent()
                || exhibit.particulars().about().stream()
                        .anyMatch(subject -> matter(person, subject).isPresent());
    }
}
