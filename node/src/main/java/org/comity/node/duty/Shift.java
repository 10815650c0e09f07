package org.comity.node.duty;

import java.time.Instant;
import org.comity.node.identity.Person;

/** Someone on duty. @param desk a unit of theirs; empty for the one desk of a node that names none */
public record Shift(Person person, String desk, Instant beganAt) {}
