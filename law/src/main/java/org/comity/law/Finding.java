package org.comity.law;

import java.util.Locale;

/**
 * One reason for a conclusion.
 *
 * @param rule what was asked, such as {@code requested-bound}
 * @param result the answer
 * @param saying the answer in one sentence, in any language
 * @param provision the provision that asks, such as {@code ets185:29}
 * @param source where the fact was read
 * @param basis how sure the fact is
 */
public record Finding(String rule, Result result, Saying saying, String provision, String source, Basis basis) {

    /** The answer in one English sentence. */
    public String reason() {
        return reason(Language.ENGLISH);
    }

    /** The answer in one sentence of this language, or of English where nobody has translated it. */
    public String reason(Locale locale) {
        return reason(Language.of(locale));
    }

    String reason(Language language) {
        return capitalised(saying.in(language));
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The answer to the rule. */
    public enum Result implements Coded {
        MET,
        NOT_MET,
        DISCRETIONARY,
        UNKNOWN
    }
}
