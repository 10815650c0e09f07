/** Decisions that stand unless somebody breaks the silence in time. */
@NullMarked
package org.comity.node.forum.silence;

import org.jspecify.annotations.NullMarked;
