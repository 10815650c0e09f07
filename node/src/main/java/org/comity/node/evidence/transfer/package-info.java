/** An exhibit on its way from one node to another: sealed to the receiver, cut into chunks, each checked against a hash tree. */
@NullMarked
package org.comity.node.evidence.transfer;

import org.jspecify.annotations.NullMarked;
