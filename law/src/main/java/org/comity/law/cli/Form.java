package org.comity.law.cli;

import java.util.List;
import java.util.function.Supplier;

/** The form of an answer: text for people, JSON for programs, CSV for tables. */
enum Form {
    TEXT,
    JSON,
    CSV;

    static final List<String> OPTIONS = List.of("--json", "--csv");

    static Form of(Typed typed) {
        if (typed.has("--json") && typed.has("--csv")) {
            throw new NotUnderstoodException("Choose one of --json and --csv.");
        }
        return typed.has("--json") ? JSON : typed.has("--csv") ? CSV : TEXT;
    }

    /** Only the form that was asked for is written. */
    String write(Supplier<String> text, Supplier<Object> json, Supplier<Csv> csv) {
        return switch (this) {
            case TEXT -> text.get();
            case JSON -> Json.write(json.get());
            case CSV -> csv.get().write();
        };
    }
}
