package org.comity.hi1;

/** Where a delivery stands. */
public enum DeliveryStatus implements Term {
    AVAILABLE("Available"),
    ACKNOWLEDGED("Acknowledged"),
    EXPIRED("Expired"),
    ERROR("Error"),
    RECEIVED("Received");

    private final String token;

    DeliveryStatus(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
