/** Case files and requests as pages: the duty board, the way to a new request, and what can be done with one. */
@NullMarked
package org.comity.node.cooperation.web;

import org.jspecify.annotations.NullMarked;
