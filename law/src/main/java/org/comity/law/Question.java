package org.comity.law;

import java.util.Optional;

/**
 * A question whose answer would settle what is unknown.
 *
 * @param element the element that the facts should tell of; empty if it is about the law
 */
public record Question(Optional<Element> element, Saying saying) {

    /** The question in English. */
    public String text() {
        return saying.english();
    }
}
