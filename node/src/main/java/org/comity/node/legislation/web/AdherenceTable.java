package org.comity.node.legislation.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comity.node.legislation.Adherence;
import org.comity.node.legislation.Adherent;

/**
 * The facts behind a map.
 *
 * @param counts how many States of the chosen group stand where
 * @param rows those of the chosen tie and group, in the chosen order
 */
record AdherenceTable(Map<Adherence, Long> counts, List<Adherent> rows) {

    /**
     * The rows of one UN group.
     *
     * @param group empty for States of none
     */
    record Region(String group, Map<Adherence, Long> counts, List<Adherent> rows) {

        static Region of(String group, List<Adherent> rows) {
            return new Region(group, count(rows), rows);
        }

        /** Where at least one of its States stands. */
        public List<Adherence> ties() {
            return Arrays.stream(Adherence.values())
                    .filter(tie -> counts.getOrDefault(tie, 0L) > 0)
                    .toList();
        }
    }

    /** The same rows by UN group, those of none last. */
    public List<Region> regions() {
        return rows.stream()
                .collect(Collectors.groupingBy(adherent -> adherent.state().group(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> Region.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(region -> region.group().isEmpty()))
                .toList();
    }

    private static Map<Adherence, Long> count(List<Adherent> adherents) {
        Map<Adherence, Long> counts = new EnumMap<>(Adherence.class);
        for (Adherence adherence : Adherence.values()) {
            counts.put(
                    adherence,
                    adherents.stream().filter(a -> a.adherence() == adherence).count());
        }
        return counts;
    }

    /** What the reader chose to see. */
    record Choice(Optional<Adherence> tie, Optional<String> group, Order order) {

        static Choice of(String tie, String group, String order) {
            return new Choice(
                    Arrays.stream(Adherence.values())
                            .filter(adherence -> adherence.code().equals(tie))
                            .findFirst(),
                    Optional.of(group).filter(g -> !g.isBlank()),
                    Order.of(order));
        }
    }

    /** By what the rows are sorted; States of one rank stay in the order of their names. */
    enum Order {
        NAME,
        TIE;

        static Order of(String code) {
            return Arrays.stream(values())
                    .filter(order -> order.code().equals(code))
                    .findFirst()
                    .orElse(NAME);
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Comparator<Adherent> comparator() {
            return switch (this) {
                case NAME -> Comparator.comparing(adherent -> 0);
                case TIE -> Comparator.comparing(Adherent::adherence);
            };
        }
    }

    static AdherenceTable of(List<Adherent> adherents, Choice choice) {
        List<Adherent> ofGroup = adherents.stream()
                .filter(adherent -> choice.group()
                        .filter(group -> !group.equals(adherent.state().group()))
                        .isEmpty())
                .toList();
        return new AdherenceTable(
                count(ofGroup),
                ofGroup.stream()
                        .filter(adherent -> choice.tie()
                                .filter(tie -> tie != adherent.adherence())
                                .isEmpty())
                        .sorted(choice.order().comparator())
                        .toList());
    }
}
