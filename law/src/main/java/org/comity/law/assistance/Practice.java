package org.comity.law.assistance;

/** How something is done well, by whom it was written down and when. */
public record Practice(
        String id, String title, String theme, String summary, String issuer, String year, Provenance provenance) {}
