package org.comity.node.frame;

/** What a person asked for is not done: which field says why, and in words what to do instead. Each room has kinds of its own. */
public abstract class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String field;
    private final transient Said said;

    protected Refused(String field, Said said) {
        super(said.inEnglish());
        this.field = field;
        this.said = said;
    }

    /** Of the form; empty when it is about the whole. */
    public final String field() {
        return field;
    }

    /** What to tell the person, in their language. */
    public final Said said() {
        return said;
    }
}
