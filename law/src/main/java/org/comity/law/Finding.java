package org.comity.law;

/**
 * One reason for a conclusion.
 *
 * @param rule what was asked, such as {@code requested-bound}
 * @param result the answer
 * @param reason the answer in one sentence
 * @param provision the provision that asks, such as {@code ets185:29}
 * @param source where the fact was read
 * @param basis how sure the fact is
 */
public record Finding(String rule, Result result, String reason, String provision, String source, Basis basis) {

    /** The answer to the rule. */
    public enum Result implements Coded {
        MET,
        NOT_MET,
        DISCRETIONARY,
        UNKNOWN
    }
}
