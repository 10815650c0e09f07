package org.comity.node.legislation.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comity.node.legislation.Adherence;
import org.comity.node.legislation.Adherent;

/**
 * The facts behind a map.
 *
 * @param counts how many States of the chosen group stand where
 * @param rows those of the chosen tie and group, in the chosen order
 */
record AdherenceTable(Map<Adherence, Long> counts, List<Adherent> rows) {

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
        TIE,
        GROUP;

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
                case GROUP -> Comparator.comparing(adherent -> adherent.state().group());
            };
        }
    }

    static AdherenceTable of(List<Adherent> adherents, Choice choice) {
        List<Adherent> ofGroup = adherents.stream()
                .filter(adherent -> choice.group()
                        .filter(group -> !group.equals(adherent.state().group()))
                        .isEmpty())
                .toList();
        Map<Adherence, Long> counts = new EnumMap<>(Adherence.class);
        for (Adherence adherence : Adherence.values()) {
            counts.put(
                    adherence,
                    ofGroup.stream().filter(a -> a.adherence() == adherence).count());
        }
        return new AdherenceTable(
                counts,
                ofGroup.stream()
                        .filter(adherent -> choice.tie()
                                .filter(tie -> tie != adherent.adherence())
                                .isEmpty())
                        .sorted(choice.order().comparator())
                        .toList());
    }
}
