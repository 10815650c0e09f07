package org.comity.node.legislation.change;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comity.law.ChangeRows;
import org.comity.law.LawBase;
import org.comity.law.StateCode;

/** Where a form begins that somebody opens beside a fact: with the fact as it stands. */
final class Prefill {

    /** Said anew each time: where it comes from, as of when, how sure. */
    private static final List<String> ORIGIN = List.of("source", "as_of", "basis");

    private Prefill() {}

    static Optional<Map<String, String>> standing(LawBase law, Kind kind, Map<String, String> key) {
        Optional<StateCode> state = law.states().stream()
                .map(it -> it.code())
                .filter(code -> code.value().equals(key.get("state")))
                .findFirst();
        return state.flatMap(code -> switch (kind) {
                    case STATUS ->
                        law.statusesOf(code).stream()
                                .map(ChangeRows::of)
                                .filter(matches(key))
                                .findFirst();
                    case DECLARATION, WITHDRAWAL ->
                        law.declarationsOf(code).stream()
                                .map(ChangeRows::of)
                                .filter(matches(key))
                                .findFirst();
                    case AUTHORITY, AUTHORITY_END ->
                        law.authoritiesOf(code).stream()
                                .map(ChangeRows::of)
                                .filter(matches(key))
                                .findFirst();
                    case PROVISION, PENALTY, REPEAL ->
                        law.nationalLaw(code).stream()
                                .flatMap(national -> national.provisions().stream()
                                        .map(row -> ChangeRows.of(code, national.act(row.act()), row)))
                                .filter(matches(key))
                                .findFirst();
                    case ENTRY_INTO_FORCE, DRAFT_BILL, IMPORT, REVERT -> Optional.<Map<String, String>>empty();
                })
                .map(row -> begun(kind, row));
    }

    private static Predicate<Map<String, String>> matches(Map<String, String> key) {
        return row -> key.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .allMatch(entry -> entry.getValue().equals(row.getOrDefault(entry.getKey(), entry.getValue())));
    }

    private static Map<String, String> begun(Kind kind, Map<String, String> row) {
        Map<String, String> begun = new HashMap<>(row);
        begun.keySet().removeAll(ORIGIN);
        if (kind != Kind.STATUS) {
            begun.keySet().removeAll(kind.effectiveColumns());
        }
        begun.keySet().removeIf(column -> column.startsWith("act_"));
        begun.keySet().retainAll(kind.columns());
        return begun;
    }

    /**
     * What a link “tell us it changed” is about, such as {@code status:KE:ets185} or {@code declaration:DE:ets185:29(4)}.
     *
     * @param kinds what may have happened to it, the likeliest first
     * @param key what the link names
     */
    record Subject(List<Kind> kinds, Map<String, String> key) {

        static Optional<Subject> of(String about) {
            List<String> words = Arrays.asList(about.split(":", -1));
            if (words.size() < 2) {
                return Optional.empty();
            }
            String state = words.get(1);
            return switch (words.getFirst()) {
                case "state" -> Optional.of(new Subject(offered(), Map.of("state", state)));
                case "status" ->
                    Optional.of(
                            new Subject(List.of(Kind.STATUS), Map.of("state", state, "instrument", word(words, 2))));
                case "declaration" ->
                    Optional.of(new Subject(
                            List.of(Kind.WITHDRAWAL, Kind.DECLARATION),
                            Map.of("state", state, "instrument", word(words, 2), "article", rest(words, 3))));
                case "authority" ->
                    Optional.of(new Subject(
                            List.of(Kind.AUTHORITY, Kind.AUTHORITY_END),
                            Map.of("state", state, "function", word(words, 2), "instrument", word(words, 3))));
                case "provision" ->
                    Optional.of(new Subject(
                            List.of(Kind.PROVISION, Kind.PENALTY, Kind.REPEAL, Kind.DRAFT_BILL),
                            Map.of(
                                    "state",
                                    state,
                                    "maps_to",
                                    provision(words),
                                    "act",
                                    word(words, 4),
                                    "article",
                                    rest(words, 5))));
                default -> Optional.empty();
            };
        }

        static List<Kind> offered() {
            return Arrays.stream(Kind.values()).filter(Kind::filledIn).toList();
        }

        private static String provision(List<String> words) {
            return word(words, 3).isEmpty() ? word(words, 2) : word(words, 2) + ":" + word(words, 3);
        }

        private static String word(List<String> words, int at) {
            return at < words.size() ? words.get(at) : "";
        }

        private static String rest(List<String> words, int from) {
            return words.stream().skip(from).collect(Collectors.joining(":"));
        }
    }
}
