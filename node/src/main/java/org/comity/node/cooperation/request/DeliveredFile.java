package org.comity.node.cooperation.request;

import java.util.Optional;
import java.util.UUID;
import org.comity.node.evidence.ExhibitId;

/**
 * A file that came with, or went out with, the answer to an order.
 *
 * @param step of the provider that hands it over; 0 on the issuer's side
 * @param sha256 in hexadecimal
 * @param exhibit that it is in the vault; empty until the vault has it
 */
public record DeliveredFile(
        UUID id, int step, String name, String type, long size, String sha256, Optional<ExhibitId> exhibit) {}
