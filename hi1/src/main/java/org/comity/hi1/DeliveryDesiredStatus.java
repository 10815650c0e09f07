package org.comity.hi1;

/** Where the receiving side wants a delivery to stand. */
public enum DeliveryDesiredStatus implements Term {
    AVAILABLE("Available"),
    ACKNOWLEDGED("Acknowledged"),
    ERROR("Error"),
    RECEIVED("Received");

    private final String token;

    DeliveryDesiredStatus(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
