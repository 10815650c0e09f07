/** What is on record of a meeting: agenda, documents, who came, who spoke and for whom. */
@NullMarked
package org.comity.node.forum.meeting;

import org.jspecify.annotations.NullMarked;
