/** Public knowledge without a centre: what this node publishes as signed tiles, and what it follows and verifies of others. */
@NullMarked
package org.comity.node.gazette;

import org.jspecify.annotations.NullMarked;
