package org.comity.law;

import java.util.Optional;

/**
 * Something that a request must contain.
 *
 * @param id stable id, such as {@code ets185:29(2)(a)}
 * @param article the article as cited
 * @param text the element in our own words
 * @param part the document it belongs to where a request has several, such as {@code order}
 */
public record RequestElement(String id, String article, String text, Optional<String> part) {}
