package org.comity.hi1;

/** The kinds of notification. */
public enum NotificationType implements Term {
    GENERAL("General");

    private final String token;

    NotificationType(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
