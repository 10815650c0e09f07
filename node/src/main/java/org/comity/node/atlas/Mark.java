package org.comity.node.atlas;

/**
 * What a picture says of a State.
 *
 * @param kind the class of the shape; the style sheet gives it colour and pattern
 * @param title the same in words, with the State's name
 * @param link where a press on it leads
 */
public record Mark(String kind, String title, String link) {}
