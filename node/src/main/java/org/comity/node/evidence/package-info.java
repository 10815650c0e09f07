/** Exhibits in an encrypted vault, each with its signed chain of custody and the conditions under which it may be used. */
@NullMarked
package org.comity.node.evidence;

import org.jspecify.annotations.NullMarked;
