package org.comity.node.exchange.hi1;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.journal.Journaled;

/** A step of HI-1, for the journal: digests of what passed, never the content. */
record Hi1Step(String subject, String what, String actor, Map<String, Object> details) implements Journaled {

    static Hi1Step taken(PartyId from, UUID transaction, int actions, int changes, byte[] request, byte[] answer) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("actions", actions);
        details.put("objects-changed", changes);
        details.put("request-sha256", sha256(request));
        details.put("answer-sha256", sha256(answer));
        return new Hi1Step("hi1:" + transaction, "hi1-request-answered", "party " + from, details);
    }

    /** Only of parties that proved themselves: nobody else may fill the journal. */
    static Hi1Step refused(PartyId from, String why, byte[] request) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("text", why);
        details.put("request-sha256", sha256(request));
        return new Hi1Step("party:" + from, "hi1-request-refused", "party " + from, details);
    }

    static Hi1Step called(PartyId to, UUID transaction, byte[] request, byte[] answer) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("to", to.value());
        details.put("request-sha256", sha256(request));
        details.put("answer-sha256", sha256(answer));
        return new Hi1Step("hi1:" + transaction, "hi1-call-answered", "party " + to, details);
    }

    static Hi1Step asked(PartyId to, UUID transaction, byte[] request, PartyId own) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("to", to.value());
        details.put("request-sha256", sha256(request));
        return new Hi1Step("hi1:" + transaction, "hi1-call-made", "party " + own, details);
    }

    static Hi1Step located(PartyId party, URI url, String by) {
        return new Hi1Step("party:" + party, "hi1-address-set", by, Map.of("url", url.toString()));
    }

    static Hi1Step admitted(PartyId party, URI url, String fingerprint, String by) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("url", url.toString());
        details.put("fingerprint", fingerprint);
        return new Hi1Step("party:" + party, "hi1-party-admitted", by, details);
    }

    static Hi1Step compared(PartyId party, String how, String by) {
        return new Hi1Step("party:" + party, "hi1-certificate-compared", by, Map.of("how", how));
    }

    static Hi1Step dismissed(PartyId party, String by) {
        return new Hi1Step("party:" + party, "hi1-party-dismissed", by, Map.of());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
