/** The pages of notices, of what a person wishes to be told, and of webhooks. */
@NullMarked
package org.comity.node.notice.web;

import org.jspecify.annotations.NullMarked;
