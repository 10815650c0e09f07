/** The command line of the library: {@code route} asks the planner and prints its answer. */
@NullMarked
package org.comity.law.cli;

import org.jspecify.annotations.NullMarked;
