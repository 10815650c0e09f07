/** What this node publishes and follows, as people read and decide it. */
@NullMarked
package org.comity.node.gazette.web;

import org.jspecify.annotations.NullMarked;
