package org.comity.node.forum;

/** A file that somebody takes along. @param type media type */
public record TakenFile(String type, byte[] bytes) {}
