package org.comity.node.cooperation;

import java.util.List;
import java.util.Optional;
import org.comity.node.cooperation.clock.Race;
import org.comity.node.cooperation.clock.RequestClock;
import org.comity.node.cooperation.place.Assessment;
import org.comity.node.cooperation.place.Candidate;
import org.comity.node.cooperation.request.Request;

/**
 * Where the data of a case may be, and how the requests to those States stand.
 *
 * @param history every assessment, newest first
 * @param places the candidates of the newest one, likeliest first
 * @param groups requests made to several States at once, oldest first
 */
public record Whereabouts(List<Assessment> history, List<Place> places, List<Alternatives> groups) {

    public Whereabouts {
        history = List.copyOf(history);
        places = List.copyOf(places);
        groups = List.copyOf(groups);
    }

    /**
     * One State that may have it.
     *
     * @param foundLater it was not thought of at first
     * @param request the latest one to this State in the case file for keeping the data
     * @param next of its clocks, the one that ends first
     */
    public record Place(
            Candidate candidate,
            boolean foundLater,
            Optional<Request> request,
            Optional<RequestClock> next,
            Optional<Race> race) {}

    public Optional<Assessment> now() {
        return history.stream().findFirst();
    }
}
