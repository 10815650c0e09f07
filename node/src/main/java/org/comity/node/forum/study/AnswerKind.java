package org.comity.node.forum.study;

import java.util.Locale;

/** What can be answered to a question. */
public enum AnswerKind {
    /** Yes or no. */
    BOOLEAN,
    SINGLE,
    MULTI,
    /** Not negative; a decimal point where needed. */
    NUMBER,
    TEXT,
    /** Provisions of national law, a {@link ProvisionReference} each. */
    PROVISION;

    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the answers of many can be counted by what was chosen. */
    public boolean isCounted() {
        return switch (this) {
            case BOOLEAN, SINGLE, MULTI, PROVISION -> true;
            case NUMBER, TEXT -> false;
        };
    }
}
