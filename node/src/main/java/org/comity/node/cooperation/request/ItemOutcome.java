package org.comity.node.cooperation.request;

/** What came of one identifier. */
public record ItemOutcome(Identifier identifier, boolean preserved, String remark) {}
