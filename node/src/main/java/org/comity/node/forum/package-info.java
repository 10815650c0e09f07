/** The forum: bodies and their mandates, meetings, recommendations, silence procedures, and reports made from all of it. */
@NullMarked
package org.comity.node.forum;

import org.jspecify.annotations.NullMarked;
