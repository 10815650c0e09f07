/** The doors as pages: signing in, enrolling, and who works here. */
@NullMarked
package org.comity.node.identity.web;

import org.jspecify.annotations.NullMarked;
