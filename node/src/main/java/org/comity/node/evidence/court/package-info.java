/** What lies in a package for a court beside the exhibits, and how it is written so that others can read it. */
@NullMarked
package org.comity.node.evidence.court;

import org.jspecify.annotations.NullMarked;
