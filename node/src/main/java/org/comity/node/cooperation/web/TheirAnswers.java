package org.comity.node.cooperation.web;

import java.util.List;
import java.util.Map;
import org.comity.node.cooperation.RecordingAnswers;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.identity.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On the page of a request to a counterpart without a node: what came in answer, and what of it is not written down yet. */
@Component
class TheirAnswers {

    private final RecordingAnswers recording;
    private final Wording wording;

    TheirAnswers(RecordingAnswers recording, Wording wording) {
        this.recording = recording;
        this.wording = wording;
    }

    /**
     * @param way mail or paper
     * @param events what the counterpart can have answered, in words
     * @param unread letters of which nothing is written down yet
     */
    record Offered(
            String organisation,
            String way,
            Map<String, String> events,
            List<Letter> letters,
            List<String> unread,
            long inTray) {}

    /** None where the counterpart speaks for itself. */
    @Nullable
    Offered of(RequestView view, Person person) {
        return recording
                .offered(person, view.request().id())
                .map(offer -> offered(view, offer))
                .orElse(null);
    }

    private Offered offered(RequestView view, RecordingAnswers.Offer offer) {
        var read = view.timeline().stream()
                .flatMap(step -> step.particulars().source().stream())
                .map(Object::toString)
                .toList();
        var letters =
                offer.received().stream().map(it -> Letter.of(it, wording)).toList();
        return new Offered(
                offer.counterpart().organisation(),
                offer.counterpart().channel().token(),
                wording.choices("event", offer.answers().keySet().stream().map(RequestEvent::token)),
                letters,
                letters.stream()
                        .map(Letter::id)
                        .filter(id -> !read.contains(id))
                        .toList(),
                offer.inTray());
    }
}
