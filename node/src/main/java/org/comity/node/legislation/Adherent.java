package org.comity.node.legislation;

import java.util.Optional;
import org.comity.law.State;

/**
 * A State beside an instrument on a day.
 *
 * @param bond what is recorded, if anything
 */
public record Adherent(State state, Adherence adherence, Optional<Bond> bond) {}
