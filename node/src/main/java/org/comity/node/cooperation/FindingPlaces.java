package org.comity.node.cooperation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.place.Assessment;
import org.comity.node.cooperation.place.Candidate;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows where the data of a case may be, how far it was asked for there, and by which routes it can be. */
@Service
@Transactional(readOnly = true)
public class FindingPlaces {

    private final Visibility visibility;
    private final Assessments assessments;
    private final Requests requests;
    private final Timeline timeline;
    private final Clocks clocks;
    private final PlanningRoutes planning;
    private final Races races;

    FindingPlaces(
            Visibility visibility,
            Assessments assessments,
            Requests requests,
            Timeline timeline,
            Clocks clocks,
            PlanningRoutes planning,
            Races races) {
        this.visibility = visibility;
        this.assessments = assessments;
        this.requests = requests;
        this.timeline = timeline;
        this.clocks = clocks;
        this.planning = planning;
        this.races = races;
    }

    public Whereabouts of(Person person, String caseFileReference) {
        var caseFile = visibility.caseFile(person, caseFileReference);
        var history = assessments.of(caseFile.id());
        var made = requests.of(caseFile.id());
        var first = history.isEmpty() ? Set.<String>of() : history.getLast().open();
        var places = history.stream().findFirst().map(Assessment::candidates).orElse(List.of()).stream()
                .sorted(Comparator.comparing(Candidate::likelihood).reversed().thenComparing(Candidate::state))
                .map(candidate -> place(candidate, !first.contains(candidate.state()), made))
                .toList();
        return new Whereabouts(history, places, groups(made));
    }

    /** How one State can be asked. */
    public record Way(Candidate candidate, List<PlannedRoute> routes) {}

    /** The routes of a draft to each State that may have the data, if it were asked. */
    public List<Way> ways(Person person, RequestId draft) {
        var request = visibility.request(person, draft);
        return request.caseFile().map(assessments::of).orElse(List.of()).stream().findFirst().stream()
                .flatMap(now -> now.candidates().stream())
                .filter(Candidate::isOpen)
                .map(candidate -> new Way(
                        candidate,
                        planning.routes(request.saying(request.content().withRequestedState(candidate.state())))))
                .toList();
    }

    private Whereabouts.Place place(Candidate candidate, boolean foundLater, List<Request> made) {
        Optional<Request> asked = made.stream()
                .filter(it -> it.kind() == RequestKind.PRESERVATION)
                .filter(it -> it.content().requestedState().equals(candidate.state()))
                .reduce((_, later) -> later);
        return new Whereabouts.Place(
                candidate,
                foundLater,
                asked,
                asked.flatMap(it -> clocks.running(it.id()).stream()
                        .filter(running -> !running.kind().isAlarm())
                        .findFirst()),
                asked.map(it -> races.of(it, Optional.empty(), timeline.of(it.id()))));
    }

    private static List<Alternatives> groups(List<Request> made) {
        var groups = new LinkedHashMap<UUID, List<Request>>();
        for (var request : made) {
            request.content()
                    .oneOf()
                    .ifPresent(it -> groups.computeIfAbsent(it.group(), _ -> new ArrayList<>())
                            .add(request));
        }
        return groups.entrySet().stream()
                .map(group -> new Alternatives(group.getKey(), group.getValue()))
                .toList();
    }
}
