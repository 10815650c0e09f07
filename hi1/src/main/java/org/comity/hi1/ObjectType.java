package org.comity.hi1;

/** The kinds of object. */
public enum ObjectType implements Term {
    AUTHORISATION("Authorisation"),
    DOCUMENT("Document"),
    NOTIFICATION("Notification"),
    TASK("Task"),
    LD_TASK("LDTask"),
    LP_TASK("LPTask"),
    DELIVERY("Delivery");

    private final String token;

    ObjectType(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
