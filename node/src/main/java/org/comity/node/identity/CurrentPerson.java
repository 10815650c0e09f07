package org.comity.node.identity;

import java.util.Optional;

/** The person whose request is being served. */
public interface CurrentPerson {

    Optional<Person> find();

    /**
     * The signed-in person.
     *
     * @throws IllegalStateException outside a signed-in request, which is a mistake in the code, not in the use
     */
    default Person require() {
        return find().orElseThrow(() -> new IllegalStateException("No one is signed in."));
    }
}
