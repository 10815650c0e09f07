/** The law base for programs: every fact and every answer of the law pages over HTTP, as JSON and as tables. */
@NullMarked
package org.comity.node.legislation.api;

import org.jspecify.annotations.NullMarked;
