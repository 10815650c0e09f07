package org.comity.law;

/** A change names something that the data set does not have, or cannot be true; the saying says what, in any language. */
public final class InvalidLawChangeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Saying saying;

    public InvalidLawChangeException(Saying saying) {
        super(saying.english());
        this.saying = saying;
    }

    public Saying saying() {
        return saying;
    }
}
