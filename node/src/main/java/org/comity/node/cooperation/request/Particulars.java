package org.comity.node.cooperation.request;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.evidence.OfferedExhibit;
import org.comity.node.frame.Noted;

/**
 * What a step says beside its event; the same fields travel in the message that tells the counterpart.
 *
 * @param exhibits that the other side may fetch
 * @param reviewAt when a postponement is looked at again
 * @param cause why the node itself took the step; it doesn't travel
 * @param source the mail or letter in which a counterpart without a node said it; it doesn't travel
 */
@RecordBuilder
public record Particulars(
        Optional<String> reference,
        Optional<String> reason,
        Optional<String> ground,
        Optional<Instant> effectedAt,
        Optional<Instant> keptUntil,
        Optional<Instant> reviewAt,
        Optional<String> provider,
        List<ItemOutcome> outcomes,
        List<OfferedExhibit> exhibits,
        Optional<String> remarks,
        Optional<Noted> cause,
        Optional<UUID> source)
        implements ParticularsBuilder.With {

    public static final Particulars NONE = new Particulars(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Particulars {
        outcomes = List.copyOf(outcomes);
        // steps that were stored before evidence could be fetched say nothing of it
        exhibits = List.copyOf(Objects.requireNonNullElse(exhibits, List.of()));
    }

    public static Particulars because(Noted cause) {
        return NONE.withCause(Optional.of(cause));
    }

    public static Particulars because(String reason) {
        return NONE.reason(reason);
    }

    public Particulars reference(String reference) {
        return withReference(said(reference));
    }

    Particulars reason(String reason) {
        return withReason(said(reason));
    }

    public Particulars ground(String ground) {
        return withGround(said(ground));
    }

    public Particulars preservation(Preservation it) {
        return with(step -> step.effectedAt(Optional.of(it.effectedAt()))
                .keptUntil(Optional.of(it.keptUntil()))
                .provider(said(it.provider()))
                .outcomes(it.outcomes()));
    }

    public Particulars effectedAt(Instant effectedAt) {
        return withEffectedAt(Optional.of(effectedAt));
    }

    public Particulars keptUntil(Instant keptUntil) {
        return withKeptUntil(Optional.of(keptUntil));
    }

    public Particulars reviewAt(Instant reviewAt) {
        return withReviewAt(Optional.of(reviewAt));
    }

    public Particulars provider(String provider) {
        return withProvider(said(provider));
    }

    public Particulars source(UUID answer) {
        return withSource(Optional.of(answer));
    }

    public Particulars outcomes(List<ItemOutcome> outcomes) {
        return withOutcomes(outcomes);
    }

    public Particulars exhibits(List<OfferedExhibit> exhibits) {
        return withExhibits(exhibits);
    }

    public Particulars remarks(String remarks) {
        return withRemarks(said(remarks));
    }

    private static Optional<String> said(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
