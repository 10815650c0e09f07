/** Tells people and machines that something happened: on the node's pages, by mail, by webhook. */
@NullMarked
package org.comity.node.notice;

import org.jspecify.annotations.NullMarked;
