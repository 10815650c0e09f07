package org.comity.node.cooperation.api;

import java.net.URI;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.act.Act;
import org.comity.node.cooperation.act.OpenActs;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.frame.EntityTag;
import org.comity.node.identity.Person;
import org.comity.node.settings.ComitySettings;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A request as it is now, with the tag that a change has to name. */
@Component
class Requested {

    private final ReadingRequests reading;
    private final OpenActs acts;
    private final Wording wording;
    private final boolean exercise;

    Requested(ReadingRequests reading, OpenActs acts, Wording wording, ComitySettings settings) {
        this.reading = reading;
        this.acts = acts;
        this.wording = wording;
        this.exercise = settings.exercise();
    }

    static EntityTag tag(Request request) {
        return EntityTag.of(request.version());
    }

    ResponseEntity<RequestJson> now(Person person, RequestId id) {
        return answer(ResponseEntity.ok(), reading.view(person, id));
    }

    ResponseEntity<RequestJson> created(Person person, RequestId id) {
        return answer(ResponseEntity.created(URI.create("/api/v1/requests/" + id)), reading.view(person, id));
    }

    private ResponseEntity<RequestJson> answer(ResponseEntity.BodyBuilder answer, RequestView view) {
        return answer.eTag(tag(view.request()).value())
                .body(RequestJson.of(
                        view,
                        wording.of("state." + view.request().state().name()),
                        acts.of(view).stream().map(Act::id).toList(),
                        exercise));
    }
}
