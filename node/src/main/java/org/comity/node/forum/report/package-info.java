/** The report of a meeting, built from its records, edited together, and written for people and machines. */
@NullMarked
package org.comity.node.forum.report;

import org.jspecify.annotations.NullMarked;
