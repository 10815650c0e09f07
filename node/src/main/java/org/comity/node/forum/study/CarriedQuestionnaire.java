package org.comity.node.forum.study;

import java.time.Instant;

/**
 * A reply with its questionnaire in one file, to be answered on another node or taken away and brought back.
 *
 * @param format tells that the file is one, {@link #FORMAT}
 * @param sha256 of the questionnaire, so that both sides mean the same questions
 */
public record CarriedQuestionnaire(
        String format, Instant carriedAt, String sha256, Questionnaire questionnaire, Reply reply) {

    public static final String FORMAT = "comity-questionnaire/1";

    public static CarriedQuestionnaire of(Questionnaire questionnaire, Reply reply, Instant now) {
        return new CarriedQuestionnaire(FORMAT, now, questionnaire.sha256(), questionnaire, reply);
    }
}
