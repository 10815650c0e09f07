/** Pages of the channels: what is on its way, the tray for mail, packets to carry, how peers fare, and who speaks HI-1. */
@NullMarked
package org.comity.node.exchange.web;

import org.jspecify.annotations.NullMarked;
