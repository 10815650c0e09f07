package org.comity.node.legislation.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Under {@code comity.law.}.
 *
 * @param openData whether everybody who reaches the node may read the law base by its addresses for programs; without it
 *     only who is signed in
 */
@ConfigurationProperties("comity.law")
record LawSettings(@DefaultValue("false") boolean openData) {}
