package org.comity.node.cooperation;

import org.comity.node.identity.PersonId;

/** The person who works on a request. */
public record Assigned(PersonId person, String name) {}
