package org.comity.node.duty;

/** Said by the form: which field is wrong, and by a message key what to do instead. */
public final class DutyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String field;
    private final String key;

    DutyRefused(String field, String key) {
        super(key);
        this.field = field;
        this.key = key;
    }

    public String field() {
        return field;
    }

    public String key() {
        return key;
    }
}
