package org.comity.node.legislation.change;

import java.util.List;
import java.util.Optional;
import org.comity.law.ChangeForm;
import org.jspecify.annotations.Nullable;

/** What a proposal, or one row of it, is about. */
public enum Kind {
    STATUS(ChangeForm.STATUS),
    DECLARATION(ChangeForm.DECLARATION),
    WITHDRAWAL(ChangeForm.WITHDRAWAL),
    PROVISION(ChangeForm.PROVISION),
    /** Another penalty for a provision that otherwise stays as it is. */
    PENALTY(ChangeForm.PROVISION),
    REPEAL(ChangeForm.REPEAL),
    AUTHORITY(ChangeForm.AUTHORITY),
    AUTHORITY_END(ChangeForm.AUTHORITY_END),
    ENTRY_INTO_FORCE(ChangeForm.ENTRY_INTO_FORCE),
    /** A bill that is shown with its stage; no plan is ever built on it. */
    DRAFT_BILL(null),
    /** Many rows from a file. */
    IMPORT(null),
    /** Takes a published change back. */
    REVERT(null);

    private static final List<String> OF_A_BILL =
            List.of("state", "title", "stage", "maps_to", "summary", "source", "as_of", "basis");
    private static final List<String> OF_A_PENALTY = List.of(
            "state",
            "maps_to",
            "act",
            "article",
            "penalty_max_months",
            "penalty_aggravated_max_months",
            "valid_from",
            "source",
            "as_of",
            "basis");

    /** How far a bill has come. */
    public static final List<String> STAGES =
            List.of("announced", "introduced", "committee", "adopted", "promulgated", "rejected", "lapsed");

    private final @Nullable ChangeForm form;

    Kind(@Nullable ChangeForm form) {
        this.form = form;
    }

    /** The form in which the law base takes it; empty for what is no fact of law by itself. */
    public Optional<ChangeForm> form() {
        return Optional.ofNullable(form);
    }

    /** Whether a person fills in a form for it. */
    public boolean filledIn() {
        return this != IMPORT && this != REVERT;
    }

    /** What a person fills in. */
    public List<String> columns() {
        return switch (this) {
            case DRAFT_BILL -> OF_A_BILL;
            case PENALTY -> OF_A_PENALTY;
            case PROVISION ->
                form().orElseThrow().columns().stream()
                        .filter(column -> !List.of("valid_to", "since").contains(column) && !column.endsWith("_basis"))
                        .toList();
            case DECLARATION ->
                form().orElseThrow().columns().stream()
                        .filter(column -> !column.equals("valid_to"))
                        .toList();
            case STATUS, WITHDRAWAL, REPEAL, AUTHORITY, AUTHORITY_END, ENTRY_INTO_FORCE ->
                form().orElseThrow().columns();
            case IMPORT, REVERT -> List.of();
        };
    }

    /** The columns that say from when it counts, the telling one first; a form must fill at least one. */
    public List<String> effectiveColumns() {
        return switch (this) {
            case STATUS -> List.of("bound_until", "entry_into_force", "ratification", "signature");
            case DECLARATION, PROVISION, PENALTY, AUTHORITY -> List.of("valid_from");
            case WITHDRAWAL, REPEAL, AUTHORITY_END -> List.of("valid_to");
            case ENTRY_INTO_FORCE -> List.of("in_force");
            case DRAFT_BILL, IMPORT, REVERT -> List.of();
        };
    }
}
