package org.comity.node.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/** The custody of one exhibit from its first step on; needs neither node nor network to be checked. */
public record CustodyChain(ExhibitId exhibit, List<CustodyStep> steps) {

    /** What can be wrong with a chain; empty when it holds. */
    public enum Fault {
        /** There is no step at all, or the first is not the taking in. */
        NO_BEGINNING,
        /** A statement can't be read. */
        UNREADABLE,
        /** A step is of another exhibit. */
        OF_ANOTHER,
        /** A step is missing, doubled or out of its order. */
        OUT_OF_ORDER,
        /** A step does not name the one before it. */
        BROKEN,
        /** A signature is not the node's. */
        NOT_SIGNED
    }

    /** @param step from 1, as people count; 0 for the whole chain */
    public record Finding(int step, Fault fault) {}

    public CustodyChain {
        steps = List.copyOf(steps);
    }

    /** Every fault, in the order of the steps; none when the chain is whole and signed by that key. */
    public List<Finding> faults(PublicKey key) {
        var findings = new ArrayList<Finding>();
        if (steps.isEmpty()) {
            return List.of(new Finding(0, Fault.NO_BEGINNING));
        }
        String previous = "";
        for (int at = 0; at < steps.size(); at++) {
            CustodyStep step = steps.get(at);
            int number = at + 1;
            if (!isSigned(step, key)) {
                findings.add(new Finding(number, Fault.NOT_SIGNED));
            }
            try {
                for (Fault fault : faults(step.said(), number, previous)) {
                    findings.add(new Finding(number, fault));
                }
            } catch (JacksonException garbled) {
                findings.add(new Finding(number, Fault.UNREADABLE));
            }
            previous = step.digest();
        }
        return findings;
    }

    private List<Fault> faults(CustodyStep.Said said, int number, String previous) {
        var faults = new ArrayList<Fault>();
        if (!said.form().equals(CustodyStep.FORM)) {
            faults.add(Fault.UNREADABLE);
        }
        if (!said.exhibit().equals(exhibit.toString())) {
            faults.add(Fault.OF_ANOTHER);
        }
        if (said.number() != number) {
            faults.add(Fault.OUT_OF_ORDER);
        }
        if (!said.previous().equals(previous)) {
            faults.add(Fault.BROKEN);
        }
        if (number == 1 && !said.what().equals("taken-in")) {
            faults.add(Fault.NO_BEGINNING);
        }
        return faults;
    }

    private static boolean isSigned(CustodyStep step, PublicKey key) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(step.statement().getBytes(StandardCharsets.UTF_8));
            return check.verify(step.signature());
        } catch (GeneralSecurityException notEvenASignature) {
            return false;
        }
    }
}
