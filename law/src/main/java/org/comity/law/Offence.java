package org.comity.law;

/** The offence that the evidence is for. */
public sealed interface Offence {

    /** How it is written on the command line and in JSON. */
    String code();

    /**
     * An offence that a provision describes.
     *
     * @param provision id such as {@code ets185:2}, or one of the data set's own such as {@code x:grooming}
     */
    record Described(String provision) implements Offence {

        @Override
        public String code() {
            return provision;
        }
    }

    /**
     * Any other offence; the data set cannot tell whether a State's law knows it.
     *
     * @param description what it is, may be empty
     */
    record Other(String description) implements Offence {

        @Override
        public String code() {
            return description.isEmpty() ? "other" : "other:" + description;
        }
    }

    /** Reads {@code ets185:2}, {@code other} or {@code other:what it is}. */
    static Offence of(String text) {
        String word = text.strip();
        if (word.equals("other")) {
            return new Other("");
        }
        return word.startsWith("other:")
                ? other(word.substring("other:".length()).strip())
                : new Described(word);
    }

    static Offence other(String description) {
        return new Other(description);
    }
}
