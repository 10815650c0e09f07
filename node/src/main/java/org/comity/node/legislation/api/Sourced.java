package org.comity.node.legislation.api;

import static org.comity.law.cli.Json.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.law.Basis;
import org.comity.law.Export;
import org.comity.law.LawBase;
import org.comity.law.Provision;
import org.comity.law.Route;
import org.comity.law.State;
import org.comity.law.cli.Answers;
import org.jspecify.annotations.Nullable;

/**
 * Says of every row where it comes from. A row without a source of its own, such as a deadline, has that of the provision in
 * which it stands.
 */
final class Sourced {

    /** The lists whose rows stand in a provision. */
    private static final List<String> WITHIN = List.of("deadlines", "refusalGrounds", "requestContents");

    private Sourced() {}

    /** Where a row was read, as of when, and how sure it is. */
    record Origin(String source, String asOf, Basis basis) {

        /** Of the list of States; who is a member of what, and which languages it speaks, was not looked up. */
        static Origin ofStates(LawBase law) {
            return new Origin(
                    "the list of States in this data set: ISO 3166-1, UN M49, UN short names",
                    law.asOf().toString(),
                    Basis.RECALLED);
        }

        static Origin of(Provision provision) {
            return new Origin(provision.source(), String.valueOf(provision.asOf()), provision.basis());
        }

        /** Of a way: its provision, and no surer than the least sure of its reasons. */
        static Origin of(Route route, Provision provision) {
            boolean recalled = route.findings().stream().anyMatch(finding -> finding.basis() == Basis.RECALLED);
            return new Origin(
                    provision.source(),
                    String.valueOf(provision.asOf()),
                    recalled ? Basis.RECALLED : provision.basis());
        }

        Map<String, @Nullable Object> on(Map<String, @Nullable Object> row) {
            row.putAll(object("source", source, "asOf", asOf, "basis", basis.code()));
            return row;
        }

        Export.Row on(Export.Row row) {
            return row.with("source", source).with("as_of", asOf).with("basis", basis.code());
        }
    }

    static Map<String, @Nullable Object> state(LawBase law, State state) {
        return Origin.ofStates(law).on(Answers.state(state));
    }

    static Map<String, @Nullable Object> provision(Provision provision) {
        return within(Answers.provision(provision), Origin.of(provision));
    }

    private static Map<String, @Nullable Object> within(Map<String, @Nullable Object> answer, Origin origin) {
        for (String list : WITHIN) {
            if (answer.containsKey(list)) {
                List<Map<String, @Nullable Object>> rows = rows(answer.get(list));
                for (Map<String, @Nullable Object> row : rows) {
                    origin.on(row);
                }
                answer.put(list, rows);
            }
        }
        return answer;
    }

    /** A copy that can be added to. */
    private static List<Map<String, @Nullable Object>> rows(@Nullable Object list) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (list instanceof List<?> all) {
            for (Object row : all) {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                ((Map<?, ?>) row).forEach((key, value) -> copy.put(String.valueOf(key), value));
                rows.add(copy);
            }
        }
        return rows;
    }
}
