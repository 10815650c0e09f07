/** The main job, told by two nodes: starts them, lives through the story on their real pages, and says what was proved. */
@NullMarked
package org.comity.node.demo;

import org.jspecify.annotations.NullMarked;
