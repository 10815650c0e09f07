package org.comity.node.cooperation.request;

/** The three questions answered before a measure goes out or is carried out, each with its reason. */
public record Safeguards(String legality, String necessity, String proportionality) {

    public static final Safeguards UNANSWERED = new Safeguards("", "", "");

    public boolean areAnswered() {
        return !legality.isBlank() && !necessity.isBlank() && !proportionality.isBlank();
    }
}
