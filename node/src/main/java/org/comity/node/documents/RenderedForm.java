package org.comity.node.documents;

/**
 * A form as it is sent and shown.
 *
 * @param language ISO 639-1
 * @param html a whole page that needs nothing beside itself
 * @param text the same for where no page can be shown
 */
public record RenderedForm(String title, String language, String html, String text) {}
