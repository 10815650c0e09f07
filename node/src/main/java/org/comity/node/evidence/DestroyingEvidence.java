package org.comity.node.evidence;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.comity.node.evidence.EvidenceRefused.Why;
import org.comity.node.evidence.vault.Blobs;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Power;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Destroys an exhibit when the law orders it: one person orders under a provision, another agrees. With the agreement the
 * content's key goes, in one transaction with the step of custody; then the store is emptied. Whatever crashes between, the
 * next start goes on. What remains is the record, and with it the proof.
 */
@Service
public class DestroyingEvidence {

    /** One step of an exhibit's standing. */
    record Transition(Standing from, String act, Standing to) {}

    static final List<Transition> TRANSITIONS = List.of(
            new Transition(Standing.HELD, "destruction-ordered", Standing.DESTRUCTION_ORDERED),
            new Transition(Standing.DESTRUCTION_ORDERED, "destruction-stopped", Standing.HELD),
            new Transition(Standing.DESTRUCTION_ORDERED, "key-destroyed", Standing.KEY_DESTROYED),
            new Transition(Standing.KEY_DESTROYED, "destroyed", Standing.DESTROYED));

    private static final String THE_NODE = "clock";

    private final Exhibits exhibits;
    private final SeeingEvidence seeing;
    private final Custody custody;
    private final Blobs blobs;
    private final TransactionOperations transactions;

    DestroyingEvidence(
            Exhibits exhibits,
            SeeingEvidence seeing,
            Custody custody,
            Blobs blobs,
            TransactionOperations transactions) {
        this.exhibits = exhibits;
        this.seeing = seeing;
        this.custody = custody;
        this.blobs = blobs;
        this.transactions = transactions;
    }

    public void order(Person person, ExhibitId id, String provision, String reason) {
        seeing.toHandle(person, id);
        if (!person.may(Power.EXECUTE)) {
            throw new EvidenceRefused(Why.NOT_ALLOWED, "", Said.of("evidence.refused.role"));
        }
        HandingOutEvidence.check("provision", provision, "evidence.refused.provision");
        HandingOutEvidence.check("reason", reason, "evidence.refused.reason");
        step(
                id,
                new CustodyAct.DestructionOrdered(provision.strip(), reason.strip()),
                person.name(),
                person.id().value());
    }

    /** Whoever ordered it may take it back; another may disagree. */
    public void stop(Person person, ExhibitId id, String reason) {
        seeing.toHandle(person, id);
        HandingOutEvidence.check("stopped", reason, "evidence.refused.reason");
        step(id, new CustodyAct.DestructionStopped(reason.strip()), person.name(), null);
    }

    /** As the second person. */
    public void agree(Person person, ExhibitId id) throws IOException {
        Exhibit exhibit = seeing.toHandle(person, id);
        PersonId first = exhibit.destructionOrderedBy().orElseThrow(() -> wrongStanding(exhibit));
        if (!person.mayAsSecond(Power.APPROVE, first)) {
            throw new EvidenceRefused(Why.NOT_ALLOWED, "", Said.of("evidence.refused.second"));
        }
        String orderedBy = custody.of(id).steps().stream()
                .map(CustodyStep::said)
                .filter(said -> said.what().equals("destruction-ordered"))
                .map(CustodyStep.Said::by)
                .reduce("", (earlier, later) -> later);
        step(id, new CustodyAct.KeyDestroyed(orderedBy), person.name(), first.value());
        empty(id, first.value());
    }

    /** Goes on where a crash came between the key and the store. */
    void finish() throws IOException {
        for (ExhibitId id : exhibits.standing(Standing.KEY_DESTROYED)) {
            empty(
                    id,
                    exhibits.find(id)
                            .flatMap(Exhibit::destructionOrderedBy)
                            .map(PersonId::value)
                            .orElse(null));
        }
    }

    private void empty(ExhibitId id, @Nullable UUID first) throws IOException {
        blobs.remove(id.value());
        step(id, new CustodyAct.Destroyed(), THE_NODE, first);
    }

    private void step(ExhibitId id, CustodyAct act, String by, @Nullable UUID orderedBy) {
        transactions.executeWithoutResult(_ -> {
            Exhibit exhibit = exhibits.hold(id).orElseThrow(EvidenceRefused::notThere);
            Standing to = TRANSITIONS.stream()
                    .filter(transition -> transition.from() == exhibit.standing()
                            && transition.act().equals(act.what()))
                    .map(Transition::to)
                    .findFirst()
                    .orElseThrow(() -> wrongStanding(exhibit));
            exhibits.stand(id, to, orderedBy);
            custody.add(id, act, by);
        });
    }

    private static EvidenceRefused wrongStanding(Exhibit exhibit) {
        return new EvidenceRefused(Why.BUSY, "", Said.of("evidence.refused.standing", exhibit.mark()));
    }
}
