package org.comity.node.lawbook;

import org.comity.law.LawBase;

/**
 * The shipped data set with every change that was published here. It may be another one at the next call, so ask once
 * for what must fit together, and keep no answer in a field.
 */
public interface CurrentLaw {

    LawBase now();
}
