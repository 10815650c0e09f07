/** The study: what is asked, who answers, and how answers of several States and years compare. */
@NullMarked
package org.comity.node.forum.study;

import org.jspecify.annotations.NullMarked;
