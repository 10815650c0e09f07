package org.comity.hi1;

/** The kinds of document. */
public enum DocumentType implements Term {
    WARRANT("Warrant"),
    TAKEDOWN_REFINEMENT("TakedownRefinement");

    private final String token;

    DocumentType(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
