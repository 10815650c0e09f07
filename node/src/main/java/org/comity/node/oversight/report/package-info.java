/** The yearly transparency report, frozen when a person publishes it. */
@NullMarked
package org.comity.node.oversight.report;

import org.jspecify.annotations.NullMarked;
