package org.comity.node.forum.study;

import org.comity.node.frame.Refused;
import org.comity.node.frame.Said;

/** What can't be done with a questionnaire or a reply in its present state. */
public final class StudyRefused extends Refused {

    private static final long serialVersionUID = 1L;

    StudyRefused(String field, Said said) {
        super(field, said);
    }
}
