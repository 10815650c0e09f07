/** Rendering of forms and reports. */
@NullMarked
package org.comity.node.documents;

import org.jspecify.annotations.NullMarked;
