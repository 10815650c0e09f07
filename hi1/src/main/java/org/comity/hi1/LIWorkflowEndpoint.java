package org.comity.hi1;

/** What an address of a provider is for, in interception. */
public enum LIWorkflowEndpoint implements Term {
    NEW_AUTHORISATION("NewAuthorisation"),
    AUTHORISATION_EXTENSION("AuthorisationExtension"),
    AUTHORISATION_CANCELLATION("AuthorisationCancellation"),
    TASK_ADDITION("TaskAddition"),
    TASK_CANCELLATION("TaskCancellation"),
    CHANGE_OF_DELIVERY("ChangeOfDelivery");

    private final String token;

    LIWorkflowEndpoint(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
