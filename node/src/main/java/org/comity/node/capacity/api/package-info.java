/** The addresses of capacity for programs. */
@NullMarked
package org.comity.node.capacity.api;

import org.jspecify.annotations.NullMarked;
