/** What trainings leave behind: exercises that can be played, and certificates. */
@NullMarked
package org.comity.node.capacity.training;

import org.jspecify.annotations.NullMarked;
