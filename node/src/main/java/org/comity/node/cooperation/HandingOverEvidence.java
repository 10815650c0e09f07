package org.comity.node.cooperation;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.cooperation.RequestEvidence.ReadThrough;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Request;
import org.comity.node.evidence.Exhibit;
import org.comity.node.evidence.ExhibitId;
import org.comity.node.evidence.OfferedExhibit;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Evidence of a request that goes to its other side with a step. What another authority fetches is read before the request is
 * held; a crash in between leaves all as it was.
 */
@Component
class HandingOverEvidence {

    private final RequestEvidence evidence;

    HandingOverEvidence(RequestEvidence evidence) {
        this.evidence = evidence;
    }

    /** Exhibits that were read through and can be signed for. */
    final class Chosen {

        private final List<ExhibitId> wanted;
        private final List<Exhibit> exhibits;
        private final List<ReadThrough> read;

        private Chosen(List<ExhibitId> wanted, List<Exhibit> exhibits, List<ReadThrough> read) {
            this.wanted = wanted;
            this.exhibits = exhibits;
            this.read = read;
        }

        /** What was said, or the marks of the exhibits; empty where there is neither. */
        String reference(String said) {
            return said.isBlank() ? exhibits.stream().map(Exhibit::mark).collect(Collectors.joining(", ")) : said;
        }

        /** What was said, or that of the only exhibit; empty where there is neither. */
        String digest(String said) {
            return said.isBlank() && exhibits.size() == 1 ? exhibits.getFirst().sha256() : said;
        }

        /** Part of the step's transaction, which holds the request. */
        List<OfferedExhibit> release(Request held, Person person) {
            readable(held, wanted);
            return read.stream()
                    .flatMap(exhibit -> exhibit.release(held, person.name()).stream())
                    .toList();
        }
    }

    @Transactional(propagation = Propagation.NEVER)
    Chosen choose(Request seen, List<ExhibitId> wanted) {
        var exhibits = readable(seen, wanted);
        return new Chosen(
                wanted,
                exhibits,
                exhibits.stream()
                        .map(exhibit -> evidence.readThrough(exhibit.id(), seen))
                        .toList());
    }

    /** For a party that fetches over HI-1, with the step's transaction; nothing is read before. */
    List<Delivered> deliver(Request held, List<ExhibitId> wanted, Person person) {
        return readable(held, wanted).stream()
                .map(exhibit -> new Delivered(evidence.deliver(exhibit.id(), held, person.name()), exhibit))
                .toList();
    }

    /** An exhibit under the name by which it can be fetched. */
    record Delivered(UUID id, Exhibit exhibit) {}

    private List<Exhibit> readable(Request request, List<ExhibitId> wanted) {
        var there = evidence.givable(request).stream()
                .filter(exhibit ->
                        wanted.contains(exhibit.id()) && exhibit.standing().isReadable())
                .toList();
        if (there.size() < wanted.stream().distinct().count()) {
            throw new ActRefused.Malformed("exhibits", Said.of("cooperation.refused.exhibits"));
        }
        return there;
    }
}
