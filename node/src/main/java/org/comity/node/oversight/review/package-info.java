/** The reviewer's desk: samples that nobody can choose, what was found in them, and what came of it. */
@NullMarked
package org.comity.node.oversight.review;

import org.jspecify.annotations.NullMarked;
