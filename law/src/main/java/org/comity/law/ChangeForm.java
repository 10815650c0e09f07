package org.comity.law;

import java.util.ArrayList;
import java.util.List;

/** The forms in which a change of the law base is written down: a row of cells by column, each cell as in the data set. */
public enum ChangeForm implements Coded {
    /** What ties a State to an instrument. */
    STATUS("instrument", "state", "method", "signature", "ratification", "entry_into_force", "bound_until", "note"),
    /** A reservation, declaration or designation. */
    DECLARATION("instrument", "state", "article", "kind", "effect_code", "valid_from", "valid_to", "summary"),
    /** The end of what a State declared on an article. */
    WITHDRAWAL("instrument", "state", "article", "valid_to"),
    /** An institution that answers. */
    AUTHORITY(
            "state",
            "function",
            "instrument",
            "institution",
            "kind",
            "languages",
            "always_on",
            "public_url",
            "valid_from",
            "note"),
    /** An institution that no longer answers. */
    AUTHORITY_END("state", "function", "instrument", "institution", "valid_to"),
    /** A provision of national law; with its act, where the act is new or its data change. */
    PROVISION(
            "state",
            "act",
            "act_title",
            "act_title_original",
            "act_citation",
            "act_enacted",
            "act_url",
            "maps_to",
            "article",
            "heading",
            "summary",
            "elements",
            "elements_basis",
            "penalty_max_months",
            "penalty_aggravated_max_months",
            "penalty_basis",
            "coverage",
            "in_force",
            "valid_from",
            "valid_to",
            "since",
            "seen"),
    /** The end of a provision of national law. */
    REPEAL("state", "maps_to", "act", "article", "valid_to"),
    /** The entry into force of an instrument in general. */
    ENTRY_INTO_FORCE("instrument", "in_force");

    private final List<String> columns;

    ChangeForm(String... own) {
        List<String> columns = new ArrayList<>(List.of(own));
        columns.addAll(List.of("source", "as_of", "basis"));
        this.columns = List.copyOf(columns);
    }

    /** Its columns in order; source, date and basis of the fact come last. */
    public List<String> columns() {
        return columns;
    }
}
