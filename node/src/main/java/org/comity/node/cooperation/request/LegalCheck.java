package org.comity.node.cooperation.request;

import java.time.Instant;
import org.comity.node.identity.PersonId;

/**
 * The requested side's own view, before it accepts or refuses.
 *
 * @param ownLaw the national power on which the order will rest
 * @param route the route as this node plans it itself, from which the grounds for refusal are taken
 */
public record LegalCheck(
        Safeguards safeguards, String ownLaw, PlannedRoute route, PersonId by, String byName, Instant at) {}
