package org.comity.node.forum.meeting;

/**
 * A line of a register that can't be read.
 *
 * @param line from 1
 * @param key of the sentence that says what is wrong, in {@code messages/forum}
 * @param found what stands there
 */
public record LineFault(int line, String key, String found) {}
