/** What can be said to this room, by a form or by a program: acts and questions as fields, their words, and the way to the use cases. */
@NullMarked
package org.comity.node.cooperation.act;

import org.jspecify.annotations.NullMarked;
