/** The life of each kind of request: states, events and who brings them about, each life in one table. */
@NullMarked
package org.comity.node.cooperation.life;

import org.jspecify.annotations.NullMarked;
