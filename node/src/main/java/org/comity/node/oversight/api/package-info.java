/** The addresses of oversight for programs. */
@NullMarked
package org.comity.node.oversight.api;

import org.jspecify.annotations.NullMarked;
