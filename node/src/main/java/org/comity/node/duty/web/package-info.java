/** The page of those on duty. */
@NullMarked
package org.comity.node.duty.web;

import org.jspecify.annotations.NullMarked;
