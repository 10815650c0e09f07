package org.comity.node.legislation.api;

import static org.comity.law.cli.Json.object;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.comity.law.Export.Row;
import org.comity.law.cli.Answers;
import org.jspecify.annotations.Nullable;

/**
 * A page of facts of one kind.
 *
 * @param name what the file of the table is called
 * @param head what the JSON answer tells before the facts
 * @param json how a fact stands in JSON
 * @param table how it stands in a table
 */
record Listing<T>(
        String name,
        Map<String, @Nullable Object> head,
        int total,
        List<T> items,
        Function<T, Map<String, @Nullable Object>> json,
        Table<T> table) {

    /** Columns that do not depend on what was found. */
    record Table<T>(List<String> columns, Function<T, Row> row) {

        /** @param all to learn the columns from the first, which every other one shares */
        static <T> Table<T> of(List<T> all, Function<T, Row> row) {
            return new Table<>(
                    all.stream()
                            .findFirst()
                            .map(first -> List.copyOf(row.apply(first).cells().keySet()))
                            .orElse(List.of()),
                    row);
        }
    }

    /** Those of all facts that are asked for, a page of them. */
    static <T> Listing<T> of(
            Asked asked,
            String name,
            List<T> all,
            Predicate<T> wanted,
            Function<T, Map<String, @Nullable Object>> json,
            Function<T, Row> row) {
        List<T> found = all.stream().filter(wanted).toList();
        return new Listing<>(name, Map.of(), found.size(), slice(asked, found), json, Table.of(all, row));
    }

    static <T> List<T> slice(Asked asked, List<T> found) {
        int from = (int) Math.min(found.size(), (asked.page() - 1L) * asked.size());
        return found.subList(from, Math.min(found.size(), from + asked.size()));
    }

    Listing<T> headed(Map<String, @Nullable Object> heading) {
        return new Listing<>(name, heading, total, items, json, table);
    }

    Map<String, @Nullable Object> json(Asked asked) {
        Map<String, @Nullable Object> answer = object("dataset", asked.edition().json());
        answer.putAll(head);
        answer.put("total", total);
        answer.put("page", asked.page());
        answer.put("size", asked.size());
        answer.put("items", items.stream().map(json).toList());
        return answer;
    }

    String csv() {
        return Answers.table(table.columns(), items.stream().map(table.row()).toList())
                .write();
    }
}
