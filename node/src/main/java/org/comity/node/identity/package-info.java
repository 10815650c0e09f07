/** People, their roles, and how they prove who they are. */
@NullMarked
package org.comity.node.identity;

import org.jspecify.annotations.NullMarked;
