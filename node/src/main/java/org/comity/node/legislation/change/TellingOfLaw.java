package org.comity.node.legislation.change;

import java.util.Set;
import java.util.TreeSet;
import org.comity.node.lawbook.LawPublished;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the other rooms know of law that begins to hold here. */
@Component
class TellingOfLaw {

    private final ApplicationEventPublisher events;

    TellingOfLaw(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void on(ChangeStep step) {
        if (step.event() != ProposalEvent.PUBLISHED) {
            return;
        }
        var proposal = step.proposal();
        var subjects = new TreeSet<>(proposal.instruments());
        proposal.rows().stream()
                .map(row -> row.cell("maps_to"))
                .filter(subject -> !subject.isEmpty())
                .forEach(subjects::add);
        events.publishEvent(new LawPublished(
                "/law/changes/" + proposal.id(),
                Set.copyOf(proposal.states()),
                subjects,
                proposal.why(),
                step.actor()));
    }
}
