/** What cooperation shows when it is counted, for rooms that must not look into cases: numbers, never a case or a person. */
@NullMarked
package org.comity.node.measured;

import org.jspecify.annotations.NullMarked;
