/** Reads the files of the data set so that every fault can name its file and line; knows nothing of law. */
@NullMarked
package org.comity.law.source;

import org.jspecify.annotations.NullMarked;
