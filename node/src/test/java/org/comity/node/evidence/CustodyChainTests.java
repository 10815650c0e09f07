package org.comity.node.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.comity.node.evidence.CustodyChain.Fault;
import org.comity.node.evidence.CustodyChain.Finding;
import org.junit.jupiter.api.Test;

/** A chain of custody says by itself what was done to it. */
class CustodyChainTests {

    private final KeyPair keys = keys();
    private final ExhibitId exhibit = ExhibitId.fresh();
    private final List<CustodyStep> steps = new ArrayList<>();

    CustodyChainTests() {
        add(new CustodyAct.TakenIn(Particulars.of("mailbox.mbox", Origin.OFFICER, "duty officer"), 9, "ab".repeat(32)));
        add(new CustodyAct.Limited(new Condition("only for the offences of the request", "ets185:28")));
        add(new CustodyAct.HandedOut("investigating judge", "trial", List.of()));
    }

    @Test
    void holdsWhenNothingWasDoneToIt() {
        assertThat(faults(steps)).isEmpty();
        assertThat(steps.getFirst().said().facts()).containsEntry("name", "mailbox.mbox");
        assertThat(steps.get(1).said().under()).isEqualTo("ets185:28");
    }

    @Test
    void aChangedWordBreaksSignatureAndChain() {
        CustodyStep second = steps.get(1);
        var changed = new CustodyStep(
                second.statement().replace("only for", "also for more than"), second.signature(), second.signer());

        assertThat(faults(List.of(steps.getFirst(), changed, steps.getLast())))
                .containsExactly(new Finding(2, Fault.NOT_SIGNED), new Finding(3, Fault.BROKEN));
    }

    @Test
    void aStepLeftOutIsNoticed() {
        assertThat(faults(List.of(steps.getFirst(), steps.getLast())))
                .containsExactly(new Finding(2, Fault.OUT_OF_ORDER), new Finding(2, Fault.BROKEN));
    }

    @Test
    void aChainWithoutItsBeginningIsNoticed() {
        assertThat(faults(List.of())).containsExactly(new Finding(0, Fault.NO_BEGINNING));
        assertThat(faults(steps.subList(1, 3))).contains(new Finding(1, Fault.NO_BEGINNING));
    }

    @Test
    void aStepOfAnotherExhibitIsNoticed() {
        assertThat(new CustodyChain(ExhibitId.fresh(), steps).faults(keys.getPublic()))
                .extracting(Finding::fault)
                .containsOnly(Fault.OF_ANOTHER);
    }

    @Test
    void anotherNodesKeyDoesNotMakeItTrue() {
        assertThat(new CustodyChain(exhibit, steps).faults(keys().getPublic()))
                .extracting(Finding::fault)
                .containsOnly(Fault.NOT_SIGNED);
    }

    @Test
    void whatIsNoStatementIsNamed() {
        var garbled = new CustodyStep("{", new byte[64], "");
        assertThat(faults(List.of(garbled)))
                .containsExactly(new Finding(1, Fault.NOT_SIGNED), new Finding(1, Fault.UNREADABLE));
    }

    private List<Finding> faults(List<CustodyStep> chain) {
        return new CustodyChain(exhibit, chain).faults(keys.getPublic());
    }

    private void add(CustodyAct act) {
        String statement = CustodyStep.statement(
                exhibit,
                steps.size() + 1,
                Instant.parse("2026-11-22T10:00:00Z"),
                "duty officer",
                act,
                steps.isEmpty() ? "" : steps.getLast().digest());
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(statement.getBytes(StandardCharsets.UTF_8));
            steps.add(new CustodyStep(statement, signature.sign(), "of a test"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
