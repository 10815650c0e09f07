package org.comity.node.cooperation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.comity.node.cooperation.TheirAnswer.Part;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.ItemOutcome;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.Request;
import org.comity.node.frame.Said;

/** Takes from an answer what each of its steps says, as the counterpart's node would have said it. */
record WrittenAnswer(Request request, TheirAnswer answer, Instant at) {

    /** To the second, as steps between nodes travel. */
    static WrittenAnswer of(Request request, TheirAnswer answer) {
        return new WrittenAnswer(request, answer, answer.at().truncatedTo(ChronoUnit.SECONDS));
    }

    /** @param event in part, where some of the data was not there */
    record Told(RequestEvent event, Particulars particulars) {}

    Told step(RequestEvent event) {
        return switch (event) {
            case ACKNOWLEDGED -> told(event, Particulars.NONE.reference(answer.reference()));
            case ORDERED, SERVED -> told(event, Particulars.NONE.provider(answer.provider()));
            case PRESERVED -> preserved();
            case EXECUTED -> obtained(event, RequestEvent.PARTLY_EXECUTED, Particulars.NONE);
            case DISCLOSED -> obtained(event, RequestEvent.PARTLY_DISCLOSED, handedOver());
            case HANDED_OVER -> told(event, handedOver());
            case FOLLOWUP_RECEIVED, PRODUCED ->
                told(event, Particulars.NONE.reference(answer.under()).outcomes(items()));
            case FOLLOWUP_REFUSED -> told(event, because().outcomes(items()));
            case EXTENSION_GRANTED ->
                told(event, Particulars.NONE.keptUntil(until("until")).outcomes(items()));
            case POSTPONED -> told(event, because().reviewAt(until("reviewAt")));
            case REFUSED -> told(event, refused());
            default -> told(event, TheirAnswer.parts(event).contains(Part.REASON) ? because() : Particulars.NONE);
        };
    }

    /** Of what is kept; before that an answer is about all. */
    private List<ItemOutcome> items() {
        return request.chosen(answer.had());
    }

    private static Told told(RequestEvent event, Particulars particulars) {
        return new Told(event, particulars);
    }

    private Told preserved() {
        var outcomes = outcomes("cooperation.refused.nothing-kept");
        var until = answer.until().isPresent() ? until("until") : ExecutingPreservation.leastKept(request, since());
        return told(
                isWhole(outcomes) ? RequestEvent.PRESERVED : RequestEvent.PARTLY_PRESERVED,
                Particulars.NONE
                        .effectedAt(since())
                        .keptUntil(until)
                        .provider(answer.provider())
                        .outcomes(outcomes));
    }

    /** An emergency knows no part: it is disclosed in one event, whatever was there. */
    private Told obtained(RequestEvent whole, RequestEvent part, Particulars said) {
        var outcomes = outcomes("cooperation.refused.nothing-obtained");
        return told(
                isWhole(outcomes) || !request.life().belongsTo(By.REQUESTED, part) ? whole : part,
                said.effectedAt(since()).provider(answer.provider()).outcomes(outcomes));
    }

    private static boolean isWhole(List<ItemOutcome> outcomes) {
        return outcomes.stream().allMatch(ItemOutcome::preserved);
    }

    private List<ItemOutcome> outcomes(String whenNone) {
        var outcomes = ExecutingAssistance.outcomes(
                request, new ExecutingAssistance.Outcome(at, answer.provider(), answer.had(), ""));
        if (outcomes.stream().noneMatch(ItemOutcome::preserved)) {
            throw new ActRefused.Malformed("items", Said.of(whenNone));
        }
        return outcomes;
    }

    private Particulars handedOver() {
        return Particulars.NONE.reference(answer.under()).remarks(ExecutingAssistance.digest(answer.digest()));
    }

    private Particulars because() {
        return Particulars.because(Permissions.said("reason", answer.reason(), "cooperation.refused.their-reason"));
    }

    /** On a ground of the closed list; an answer that names none of them is written down as it is. */
    private Particulars refused() {
        if (answer.ground().isBlank()) {
            return because();
        }
        var ground = request.route()
                .flatMap(route -> route.offeredGround(answer.ground()))
                .orElseThrow(() -> new ActRefused.Malformed(
                        "ground", Said.of("cooperation.refused.their-ground", answer.ground())));
        return because().ground(ground.id()).remarks(ground.text());
    }

    private Instant since() {
        var since = answer.since().orElse(at).truncatedTo(ChronoUnit.SECONDS);
        if (since.isAfter(at)) {
            throw new ActRefused.Malformed("since", Said.of("cooperation.refused.their-since"));
        }
        return since;
    }

    private Instant until(String field) {
        return answer.until()
                .filter(until -> until.isAfter(at))
                .map(until -> until.truncatedTo(ChronoUnit.SECONDS))
                .orElseThrow(() -> new ActRefused.Malformed(field, Said.of("cooperation.refused.answer-until")));
    }
}
