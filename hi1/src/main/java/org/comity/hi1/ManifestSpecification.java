package org.comity.hi1;

/** What describes delivered data, by the standard that defines it. */
public enum ManifestSpecification implements Term {
    TS102657_ASN_1("TS102657-ASN.1"),
    TS102657_XML("TS102657-XML"),
    TS103705("TS103705"),
    TS103707("TS103707"),
    TS103976("TS103976");

    private final String token;

    ManifestSpecification(String token) {
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
