/** The action plan: objectives, activities, indicators, and what new law suggests. */
@NullMarked
package org.comity.node.capacity.plan;

import org.jspecify.annotations.NullMarked;
