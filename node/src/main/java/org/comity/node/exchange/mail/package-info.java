/** Secure mail: messages signed and sealed by S/MIME, their way to a mail server, and the mailbox where answers come in. */
@NullMarked
package org.comity.node.exchange.mail;

import org.jspecify.annotations.NullMarked;
