package org.comity.hi1;

/** What an address of a provider is for, in preservation. */
public enum LPWorkflowEndpoint implements Term {
    NEW_PRESERVATION("NewPreservation"),
    PRESERVATION_EXTENSION("PreservationExtension"),
    PRESERVATION_CANCELLATION("PreservationCancellation");

    private final String token;

    LPWorkflowEndpoint(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
