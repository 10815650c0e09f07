package org.comity.hi1;

/** The data wanted, in the words of the e-evidence regulation. */
public enum RequestType implements Term {
    SUBSCRIBER_DATA("SubscriberData"),
    USER_IDENTIFYING_DATA("UserIdentifyingData"),
    TRAFFIC_DATA("TrafficData"),
    STORED_CONTENT_DATA("StoredContentData"),
    SUBSCRIBER_DATA_AND_USER_IDENTIFYING_DATA("SubscriberDataAndUserIdentifyingData"),
    TRAFFIC_DATA_AND_STORED_CONTENT_DATA("TrafficDataAndStoredContentData"),
    OTHER("Other");

    private final String token;

    RequestType(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
