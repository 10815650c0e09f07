package org.comity.node.cooperation.request;

import java.time.Instant;
import java.util.UUID;
import org.comity.node.frame.Said;

/**
 * Content that a provider's delivery names in such a way that it can't be fetched as evidence.
 *
 * @param address where the provider says that it lies
 * @param why what the delivery lacks, and what to do
 */
public record UnfetchableDelivery(UUID id, String name, String address, Said why, Instant heardAt) {}
