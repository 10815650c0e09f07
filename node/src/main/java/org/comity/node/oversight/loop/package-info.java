/** The loop of one State in numbers: law, routes, requests, needs, assistance, recommendations, law. */
@NullMarked
package org.comity.node.oversight.loop;

import org.jspecify.annotations.NullMarked;
