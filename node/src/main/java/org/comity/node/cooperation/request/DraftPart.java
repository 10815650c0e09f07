package org.comity.node.cooperation.request;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A question that a draft answers. */
public enum DraftPart {
    DATA(draft -> {
        var data = draft.content().data();
        return List.of(
                data.categories(),
                data.identifiers(),
                data.range(),
                data.expectedDeletion(),
                draft.content().partialDisclosure());
    }),
    SERVICE(draft -> {
        var data = draft.content().data();
        return List.of(
                data.provider(),
                data.holder(),
                data.location(),
                data.relation(),
                draft.content().takeDown(),
                draft.content().procedures(),
                draft.content().conditions());
    }),
    OFFENCE(draft -> List.of(draft.content().offence(), draft.content().facts())),
    WHERE(draft -> draft.content().requestedState()),
    URGENCY(draft -> List.of(
            draft.content().urgency(),
            draft.content().emergency(),
            draft.content().confidentiality(),
            draft.content().followUp())),
    ROUTE(draft -> List.of(draft.route().map(PlannedRoute::provision), draft.counterpart())),
    SAFEGUARDS(draft -> List.of(
            draft.content().safeguards(),
            draft.content().missingReason(),
            draft.content().issuance())),
    TRANSLATIONS(Request::translations);

    private final Function<Request, Object> answer;

    DraftPart(Function<Request, Object> answer) {
        this.answer = answer;
    }

    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<DraftPart> changed(Request before, Request after) {
        return Arrays.stream(values())
                .filter(part -> !part.answer.apply(before).equals(part.answer.apply(after)))
                .toList();
    }
}
