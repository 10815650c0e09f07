package org.comity.node.forum.study;

/** What of the law base can answer a question before a person does. */
public enum Prefill {
    NONE,
    /** The instruments that bind the State; a question's terms name them. */
    INSTRUMENTS,
    /** The acts that hold its provisions. */
    STATUTES,
    /** How its law covers each part's provision. */
    OFFENCES,
    /** The longest sentence for each part's provision. */
    PENALTIES,
    /** Whether its law has each part's power. */
    POWERS,
    /** How long its law has providers keep traffic data. */
    RETENTION,
    /** The institution named as contact point; what it may do is not known. */
    CONTACT_POINT,
    /** Projects of the last five years that name the State, from the open data; what came of them is not known. */
    ASSISTANCE
}
