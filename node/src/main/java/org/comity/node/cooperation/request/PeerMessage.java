package org.comity.node.cooperation.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.hi1.TreatyStep;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;

/** What a counterpart's message says, in our words. */
public sealed interface PeerMessage {

    RequestId request();

    /** A text of the request in another language, as it came. */
    record Translated(FreeText text, Rendition rendition) {}

    /** A request arrives. @param follows an earlier request on both nodes, whose data it asks for */
    record Asks(
            RequestId request,
            RequestKind kind,
            Optional<RequestId> follows,
            String provision,
            String reference,
            RequestContent content,
            String formLanguage,
            String formHtml,
            List<Translated> translated)
            implements PeerMessage {

        /** Beside what the request says here; only what was true of the text was sent. */
        Translations translations(RequestContent content) {
            return new Translations(translated.stream()
                    .map(it ->
                            new Translation(it.text(), it.text().in(content), it.rendition(), Optional.empty(), false))
                    .toList());
        }
    }

    /** A step was taken on the other side. @param outcomes as told; they mean something only beside the request */
    record Tells(
            RequestId request,
            RequestEvent event,
            Instant occurredAt,
            Particulars particulars,
            List<TreatyStep.Outcome> outcomes)
            implements PeerMessage {}
}
