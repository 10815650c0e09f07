/** Benchmarks: what a plan, a proof or an exchange costs, beside a peer or a limit. Not shipped. */
@NullMarked
package org.comity.bench;

import org.jspecify.annotations.NullMarked;
