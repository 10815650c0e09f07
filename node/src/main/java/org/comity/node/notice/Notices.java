package org.comity.node.notice;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.comity.node.duty.KeepingWatch;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people that something happened. What {@link #tell} took in stands or falls with the caller's transaction; a mail
 * leaves after its commit, is tried until the mail server takes it, and says no more than that something awaits.
 */
@Service
public class Notices {

    private final NoticeBoard board;
    private final WishesOfPeople wishes;
    private final Timers timers;
    private final People people;
    private final KeepingWatch watch;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notices(
            NoticeBoard board,
            WishesOfPeople wishes,
            Timers timers,
            People people,
            KeepingWatch watch,
            ApplicationEventPublisher events,
            Clock clock) {
        this.board = board;
        this.wishes = wishes;
        this.timers = timers;
        this.people = people;
        this.watch = watch;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody was told something. Published within the transaction. */
    public record Told(Notice notice, Set<PersonId> people) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Audience audience, Notice notice) {
        var now = clock.instant();
        var told = new LinkedHashSet<PersonId>();
        for (Person person : in(audience)) {
            var wished = wishes.of(person.id());
            if (!person.machine() && wished.shows(notice)) {
                var mailDue = wished.mailDue(notice, now);
                board.add(person.id(), notice, now, mailDue).ifPresent(id -> {
                    told.add(person.id());
                    mailDue.ifPresent(due -> timers.mail(person.id(), id, due));
                });
            }
        }
        if (!told.isEmpty()) {
            events.publishEvent(new Told(notice, Set.copyOf(told)));
        }
    }

    private List<Person> in(Audience audience) {
        return switch (audience) {
            case Audience.These(var ids) ->
                ids.stream().flatMap(id -> people.find(id).stream()).toList();
            case Audience.With(var role) -> people.with(role);
            case Audience.OnDuty(var power) -> watch.onDuty(power);
            case Audience.Unit(var name) -> people.in(name);
            case Audience.Called(var text) -> people.mentionedIn(text);
            case Audience.But(var others, var not) ->
                in(others).stream().filter(person -> !person.id().equals(not)).toList();
        };
    }
}
