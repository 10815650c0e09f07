package org.comity.node.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.node.time.WallClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Programs that work on this node under a name and roles of their own, by token. */
@Service
public class KeepingMachines {

    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepingMachines(People people, ApplicationEventPublisher events, @WallClock Clock clock) {
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Person add(Person by, String name, Set<Role> roles) {
        if (name.isBlank()) {
            throw new Enrolment.Refused("name", "identity.refused.machine-name");
        }
        if (roles.isEmpty() || !roles.stream().allMatch(Role::isForMachines)) {
            throw new Enrolment.Refused("roles", "identity.refused.machine-roles");
        }
        var id = new PersonId(UUID.randomUUID());
        var machine = new Person(id, name.strip(), roles, Set.of(), List.of(), true);
        // no sign-in name of a person has a colon
        people.add(machine, "machine:" + id, clock.instant());
        events.publishEvent(new Enrolment.PersonChanged(
                id,
                "machine-added",
                by.name(),
                Map.of("name", machine.name(), "roles", List.of(Columns.names(roles)))));
        return machine;
    }

    public List<Person> all() {
        return people.machines();
    }
}
