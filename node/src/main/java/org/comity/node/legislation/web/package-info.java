/** Pages of the law: States, instruments and what they say on a date. */
@NullMarked
package org.comity.node.legislation.web;

import org.jspecify.annotations.NullMarked;
