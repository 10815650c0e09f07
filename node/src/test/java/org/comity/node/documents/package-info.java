/** Tests of the forms. */
@NullMarked
package org.comity.node.documents;

import org.jspecify.annotations.NullMarked;
