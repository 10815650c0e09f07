/** The addresses of the forum for programs, which do what its forms do. */
@NullMarked
package org.comity.node.forum.api;

import org.jspecify.annotations.NullMarked;
