/** The page of a journal entry. */
@NullMarked
package org.comity.node.journal.web;

import org.jspecify.annotations.NullMarked;
