/** Case files, requests and orders for programs: what a form can do, under addresses, by the same use cases. */
@NullMarked
package org.comity.node.cooperation.api;

import org.jspecify.annotations.NullMarked;
