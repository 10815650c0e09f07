/** HI-1 over HTTPS with mutual TLS: the endpoint that takes requests, and the client that makes them. */
@NullMarked
package org.comity.node.exchange.hi1;

import org.jspecify.annotations.NullMarked;
