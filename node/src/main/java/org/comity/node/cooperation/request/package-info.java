/** What a case file and a request say and carry: values, without a word of how they are stored or sent. */
@NullMarked
package org.comity.node.cooperation.request;

import org.jspecify.annotations.NullMarked;
