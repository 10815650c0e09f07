package org.comity.node.cooperation.request;

/**
 * What stands behind an order under an executive agreement before it leaves (18 USC 2523(b)(4)(D)).
 *
 * @param reviewedBy the court, judge or other independent authority that reviews it, with day and number
 * @param certifiedBy the designated authority that certifies that it is lawful and keeps to the agreement, with day and number
 * @param targeting why nobody is targeted whom the agreement protects
 */
public record Issuance(String reviewedBy, String certifiedBy, String targeting) {

    public static final Issuance BLANK = new Issuance("", "", "");

    /** Nothing leaves without a review and a certificate, whatever reason is given. */
    public boolean isWhole() {
        return !reviewedBy.isBlank() && !certifiedBy.isBlank() && !targeting.isBlank();
    }
}
