package org.comity.node.evidence;

/**
 * A case or a request to which evidence can belong.
 *
 * @param subject as the journal names it
 * @param reference as people write it, such as {@code PT-2026-0001}
 * @param path of its page
 */
public record Matter(String subject, String reference, String title, String path) {}
