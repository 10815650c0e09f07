/** The page that all pages are drawn on: shell, navigation, form parts, messages, error pages. */
@NullMarked
package org.comity.node.frame;

import org.jspecify.annotations.NullMarked;
