package org.comity.node.cooperation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a step says beside its event; the same fields travel in the message that tells the counterpart. */
public record Particulars(
        Optional<String> reference,
        Optional<String> reason,
        Optional<String> ground,
        Optional<Instant> effectedAt,
        Optional<Instant> keptUntil,
        Optional<String> provider,
        List<ItemOutcome> outcomes,
        Optional<String> remarks) {

    public static final Particulars NONE = new Particulars(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    public Particulars {
        outcomes = List.copyOf(outcomes);
    }

    static Particulars because(String reason) {
        return NONE.reason(reason);
    }

    Particulars reference(String reference) {
        return new Particulars(said(reference), reason, ground, effectedAt, keptUntil, provider, outcomes, remarks);
    }

    Particulars reason(String reason) {
        return new Particulars(reference, said(reason), ground, effectedAt, keptUntil, provider, outcomes, remarks);
    }

    Particulars ground(String ground) {
        return new Particulars(reference, reason, said(ground), effectedAt, keptUntil, provider, outcomes, remarks);
    }

    Particulars preservation(Preservation it) {
        return new Particulars(
                reference,
                reason,
                ground,
                Optional.of(it.effectedAt()),
                Optional.of(it.keptUntil()),
                said(it.provider()),
                it.outcomes(),
                remarks);
    }

    Particulars keptUntil(Instant keptUntil) {
        return new Particulars(
                reference, reason, ground, effectedAt, Optional.of(keptUntil), provider, outcomes, remarks);
    }

    Particulars provider(String provider) {
        return new Particulars(reference, reason, ground, effectedAt, keptUntil, said(provider), outcomes, remarks);
    }

    Particulars outcomes(List<ItemOutcome> outcomes) {
        return new Particulars(reference, reason, ground, effectedAt, keptUntil, provider, outcomes, remarks);
    }

    Particulars remarks(String remarks) {
        return new Particulars(reference, reason, ground, effectedAt, keptUntil, provider, outcomes, said(remarks));
    }

    private static Optional<String> said(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
