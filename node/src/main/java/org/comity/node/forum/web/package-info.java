/** The pages of the forum. */
@NullMarked
package org.comity.node.forum.web;

import org.jspecify.annotations.NullMarked;
