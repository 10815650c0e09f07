/** The pages of oversight, and the public page of the transparency report. */
@NullMarked
package org.comity.node.oversight.web;

import org.jspecify.annotations.NullMarked;
