package org.comity.node.identity;

import java.time.Clock;
import java.util.Map;
import org.comity.node.time.WallClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends every session of a person, such as one that was left open at a desk elsewhere. Programs keep their tokens. */
@Service
public class SigningOut {

    private final People people;
    private final KeptSessions sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SigningOut(People people, KeptSessions sessions, ApplicationEventPublisher events, @WallClock Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void everywhere(Person person) {
        people.signOutEverywhere(person.id(), clock.instant());
        sessions.forgetAllOf(person.id());
        events.publishEvent(new Enrolment.PersonChanged(person.id(), "signed-out-everywhere", person.name(), Map.of()));
    }
}
