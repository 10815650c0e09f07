/** A request as the form that its provision asks for. */
@NullMarked
package org.comity.node.cooperation.form;

import org.jspecify.annotations.NullMarked;
