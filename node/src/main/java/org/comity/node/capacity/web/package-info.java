/** The pages of capacity. */
@NullMarked
package org.comity.node.capacity.web;

import org.jspecify.annotations.NullMarked;
