package org.comity.node.cooperation.request;

import java.util.UUID;

/**
 * A file that came with, or went out with, the answer to an order.
 *
 * @param step of the provider that hands it over; 0 on the issuer's side
 * @param sha256 in hexadecimal
 */
public record DeliveredFile(UUID id, int step, String name, String type, long size, String sha256) {}
