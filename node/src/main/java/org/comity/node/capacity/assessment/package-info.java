/** Self-assessment on the maturity model: what was answered, by whom and on what evidence, and which level that makes. */
@NullMarked
package org.comity.node.capacity.assessment;

import org.jspecify.annotations.NullMarked;
