/** The page on which an administrator has the node try itself. */
@NullMarked
package org.comity.node.checkup.web;

import org.jspecify.annotations.NullMarked;
