package org.comity.node.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What ties a mail in answer to the one it answers when the mail program kept nothing else: a mark in the subject, which
 * people can also read out.
 *
 * @param token the first half of the message's random part; together with the sender it is never met twice
 */
record Reference(String token) {

    private static final int LENGTH = 18;
    private static final Pattern FORM =
            Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}\\b", Pattern.CASE_INSENSITIVE);

    static Reference of(MessageId id) {
        return new Reference(id.value().substring(0, LENGTH));
    }

    static Optional<Reference> in(String subject) {
        Matcher matcher = FORM.matcher(subject);
        return matcher.find() ? Optional.of(new Reference(matcher.group().toLowerCase(Locale.ROOT))) : Optional.empty();
    }
}
