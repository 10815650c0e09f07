package org.comity.node.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.node.journal.Journaled;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person hands roles of their own to another for a while, and takes them back. Lent roles can't be lent on, and fall away
 * with the lender's own.
 */
@Service
public class LendingRoles {

    static final Duration LONGEST = Duration.ofDays(92);

    private final Delegations delegations;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LendingRoles(Delegations delegations, People people, ApplicationEventPublisher events, Clock clock) {
        this.delegations = delegations;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Delegation lend(Person by, PersonId to, Set<Role> roles, Instant startsAt, Instant endsAt, String because) {
        var taker = people.find(to)
                .filter(person -> !person.machine() && !person.id().equals(by.id()))
                .orElseThrow(() -> new Enrolment.Refused("to", "identity.refused.lend-to"));
        if (roles.isEmpty()
                || !by.ownRoles().containsAll(roles)
                || !roles.stream().allMatch(Role::canBeLent)) {
            throw new Enrolment.Refused("roles", "identity.refused.lend-roles");
        }
        if (!endsAt.isAfter(startsAt) || !endsAt.isAfter(clock.instant())) {
            throw new Enrolment.Refused("until", "identity.refused.lend-until");
        }
        if (Duration.between(startsAt, endsAt).compareTo(LONGEST) > 0) {
            throw new Enrolment.Refused("until", "identity.refused.lend-long");
        }
        if (because.isBlank()) {
            throw new Enrolment.Refused("because", "identity.refused.lend-because");
        }
        var lent = new Delegation(
                UUID.randomUUID(),
                by.id(),
                by.name(),
                taker.id(),
                taker.name(),
                roles,
                startsAt,
                endsAt,
                because.strip(),
                Optional.empty());
        delegations.add(lent, clock.instant());
        events.publishEvent(new RolesLent(lent));
        return lent;
    }

    /** Either of the two ends it; anyone else is told that there is nothing. */
    @Transactional
    public void end(Person by, UUID id) {
        var lent = delegations
                .find(id)
                .filter(it -> it.givenBy().equals(by.id()) || it.takenBy().equals(by.id()))
                .orElseThrow(() -> new Enrolment.Refused("lent", "identity.refused.lent"));
        if (delegations.end(id, clock.instant())) {
            events.publishEvent(new LendingEnded(lent, by.name()));
        }
    }

    /** What the person lent and was lent, the latest first. */
    public List<Delegation> of(Person person) {
        return delegations.of(person.id());
    }

    /** Roles were handed to another person for a while. */
    public record RolesLent(Delegation lent) implements Journaled {
        @Override
        public String subject() {
            return "person:" + lent.givenBy();
        }

        @Override
        public String what() {
            return "roles-lent";
        }

        @Override
        public String actor() {
            return lent.giver();
        }

        @Override
        public Map<String, Object> details() {
            var facts = new LinkedHashMap<String, Object>();
            facts.put("to", lent.taker());
            facts.put("person", lent.takenBy().toString());
            facts.put("roles", lent.inOrder().stream().map(Role::name).toList());
            facts.put("from", lent.startsAt().toString());
            facts.put("until", lent.endsAt().toString());
            facts.put("because", lent.because());
            return facts;
        }
    }

    /** Lent roles were taken or given back before their time was over. */
    public record LendingEnded(Delegation lent, String actor) implements Journaled {
        @Override
        public String subject() {
            return "person:" + lent.givenBy();
        }

        @Override
        public String what() {
            return "roles-back";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("to", lent.taker(), "lent", lent.id().toString());
        }
    }
}
