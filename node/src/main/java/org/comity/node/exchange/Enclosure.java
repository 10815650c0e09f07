package org.comity.node.exchange;

import java.util.regex.Pattern;
import org.comity.node.frame.Said;

/**
 * A document beside an envelope, such as the treaty form as PDF: for a counterpart who reads paper. Between nodes over AS4
 * the content says all, and enclosures stay at home; mail and packets carry them.
 *
 * @param name of the file, without a path
 * @param type as in MIME, such as {@code application/pdf}
 */
public record Enclosure(String name, String type, byte[] content) {

    /** What may go beside one envelope: most mail servers take this much after the coding for mail. */
    public static final int MOST_BYTES = 15 * 1024 * 1024;

    /** More than any request has forms and translations. */
    public static final int MOST = 50;

    private static final int LONGEST_NAME = 120;
    private static final Pattern TYPE = Pattern.compile("[a-z]{1,40}/[A-Za-z0-9.+-]{1,100}");

    /** @throws BadEnclosure when no program could file it under this name */
    public Enclosure {
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || name.startsWith(".")
                || name.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            throw new BadEnclosure(Said.of("exchange.refused.enclosure-name", LONGEST_NAME));
        }
        if (!TYPE.matcher(type).matches()) {
            throw new BadEnclosure(Said.of("exchange.refused.enclosure-type", name));
        }
    }

    /** Something that can't go beside an envelope. */
    public static final class BadEnclosure extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Said said;

        BadEnclosure(Said said) {
            super(said.inEnglish());
            this.said = said;
        }

        /** What to tell the person, in their language. */
        public Said said() {
            return said;
        }
    }
}
