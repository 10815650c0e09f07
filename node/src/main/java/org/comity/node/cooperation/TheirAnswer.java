package org.comity.node.cooperation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.exchange.Enclosure;

/**
 * What a counterpart without a node answered, as a person writes it down from its mail or letter.
 *
 * @param at the moment that it names
 * @param reference its own, of the whole matter
 * @param ground from the closed list of the route's provision; empty where it names none of them
 * @param since when the data is kept, or when it was obtained; empty where it names only the moment of the answer
 * @param until when it is kept, or looked at again
 * @param under which reference something was handed over or has arrived
 * @param had by identifier of the request, in its order, whether the data was there, or whether the answer is about it; empty
 *     means all
 * @param digest SHA-256 of what was handed over, in hexadecimal; empty where it names none
 */
@RecordBuilder
public record TheirAnswer(
        RequestEvent event,
        Instant at,
        String reference,
        String reason,
        String ground,
        Optional<Instant> since,
        Optional<Instant> until,
        String provider,
        String under,
        List<Boolean> had,
        String digest,
        Source source)
        implements TheirAnswerBuilder.With {

    public TheirAnswer {
        had = List.copyOf(had);
    }

    /** In what the counterpart said it. */
    public sealed interface Source {

        /** A mail or a letter that is filed with the request. */
        record Filed(UUID answer) implements Source {}

        /** A letter, a fax or a call that is filed with this. */
        record Brought(String text, List<Enclosure> documents) implements Source {}
    }

    /** What an answer may have to say beside that it came. */
    public enum Part {
        REFERENCE,
        REASON,
        GROUND,
        KEPT_SINCE,
        KEPT_UNTIL,
        REVIEW_AT,
        OBTAINED_AT,
        PROVIDER,
        ITEMS,
        /** Which of the items that are kept it is about. */
        KEPT_ITEMS,
        UNDER,
        DIGEST
    }

    /** Those of one step; the steps that it implies have their own. */
    static List<Part> parts(RequestEvent event) {
        return switch (event) {
            case ACKNOWLEDGED -> List.of(Part.REFERENCE);
            case CLARIFICATION_ASKED,
                    CONSULTATION_OPENED,
                    WARNED,
                    CONDITIONS_OFFERED,
                    NOT_FOUND,
                    IMPOSSIBLE,
                    EXTENSION_DECLINED,
                    UNREGULARISED -> List.of(Part.REASON);
            case FOLLOWUP_REFUSED -> List.of(Part.KEPT_ITEMS, Part.REASON);
            case REFUSED -> List.of(Part.GROUND, Part.REASON);
            case POSTPONED -> List.of(Part.REASON, Part.REVIEW_AT);
            case ORDERED, SERVED -> List.of(Part.PROVIDER);
            case PRESERVED -> List.of(Part.ITEMS, Part.KEPT_SINCE, Part.KEPT_UNTIL, Part.PROVIDER);
            case EXTENSION_GRANTED -> List.of(Part.KEPT_ITEMS, Part.KEPT_UNTIL);
            case FOLLOWUP_RECEIVED, PRODUCED -> List.of(Part.KEPT_ITEMS, Part.UNDER);
            case EXECUTED -> List.of(Part.ITEMS, Part.OBTAINED_AT, Part.PROVIDER);
            case HANDED_OVER -> List.of(Part.UNDER, Part.DIGEST);
            case DISCLOSED -> List.of(Part.ITEMS, Part.OBTAINED_AT, Part.PROVIDER, Part.UNDER, Part.DIGEST);
            default -> List.of();
        };
    }
}
