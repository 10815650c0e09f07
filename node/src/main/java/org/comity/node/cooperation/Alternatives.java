package org.comity.node.cooperation;

import java.util.List;
import java.util.UUID;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.Request;

/** Requests for the same data to several States, of which it is not known which one has it; each lives on its own. */
public record Alternatives(UUID group, List<Request> requests) {

    public Alternatives {
        requests = List.copyOf(requests);
    }

    public List<Request> drafts() {
        return in(RequestState.DRAFT);
    }

    public List<Request> waiting() {
        return in(RequestState.AWAITING_APPROVAL);
    }

    /** Those whose State keeps the data, or handed it over. */
    public List<Request> confirmed() {
        return requests.stream()
                .filter(it -> it.preservation().isPresent())
                .filter(it -> it.state().isRunningOut()
                        || it.state() == RequestState.FOLLOWUP_RECEIVED
                        || it.state() == RequestState.PRODUCED)
                .toList();
    }

    /** Those that could be let go of once another State has confirmed. */
    public List<Request> open() {
        return requests.stream().filter(Alternatives::canBeLetGo).toList();
    }

    /** One State has it, and others are still asked: a person decides whether they need to be. */
    public boolean isToBeConsolidated() {
        return !confirmed().isEmpty()
                && open().stream().anyMatch(it -> !confirmed().contains(it));
    }

    static boolean canBeLetGo(Request request) {
        return List.of(RequestEvent.RELEASED, RequestEvent.WITHDRAWN).stream()
                .anyMatch(event -> request.life()
                        .offered(request.state(), event, By.REQUESTING)
                        .isPresent());
    }

    private List<Request> in(RequestState state) {
        return requests.stream().filter(it -> it.state() == state).toList();
    }
}
