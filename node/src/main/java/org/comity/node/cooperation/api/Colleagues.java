package org.comity.node.cooperation.api;

import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.frame.Said;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People as programs name them. */
@Component
class Colleagues {

    private final People people;

    Colleagues(People people) {
        this.people = people;
    }

    /** @throws Answers.Unreadable for an id that is nobody's */
    Person named(@Nullable UUID id) {
        return Optional.ofNullable(id)
                .flatMap(it -> people.find(new PersonId(it)))
                .orElseThrow(() -> new Answers.Unreadable("person", Said.of("cooperation.wrong.person")));
    }
}
