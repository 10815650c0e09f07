package org.comity.law;

/**
 * A ground on which the requested side may refuse; a provision's list of them is closed.
 *
 * @param id stable id, such as {@code ets185:29(5)(a)}
 * @param article the article as cited, such as {@code 29(5)(a)}
 * @param ground the ground in our own words
 */
public record RefusalGround(String id, String article, String ground) {}
