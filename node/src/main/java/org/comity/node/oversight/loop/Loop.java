package org.comity.node.oversight.loop;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.law.State;

/**
 * The loop of one State, each part of it in numbers.
 *
 * @param other the State from which routes are planned
 */
public record Loop(
        State state,
        State other,
        Gaps gaps,
        Routes routes,
        Requests requests,
        Needs needs,
        List<Recommended> recommendations,
        Changes changes) {

    public Loop {
        recommendations = List.copyOf(recommendations);
    }

    /**
     * @param toEnact what instruments that bind the State ask for in its law, and is not there in full
     * @param toLookUp of what nobody knows whether it is there
     * @param first some of the first
     */
    public record Gaps(int toEnact, int toLookUp, List<String> first) {
        public Gaps {
            first = List.copyOf(first);
        }
    }

    /**
     * The best way for each measure.
     *
     * @param byStanding how many are open, conditional, unknown, closed, or absent
     * @param worseForGaps of the offences that the State's law lacks: how many ways are worse for them than for illegal access
     * @param tried how many were compared for that
     */
    public record Routes(Map<String, Integer> byStanding, int worseForGaps, int tried) {
        public Routes {
            byStanding = Map.copyOf(byStanding);
        }

        public int of(String standing) {
            return byStanding.getOrDefault(standing, 0);
        }

        /** Those that can't simply be taken. */
        public int notOpen() {
            return byStanding.entrySet().stream()
                    .filter(it -> !it.getKey().equals("open"))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    /** @param late that missed a time limit @param lost of which data was lost @param since the day of the first; empty without one */
    public record Requests(long number, long refused, long late, long lost, Optional<LocalDate> since) {}

    /** @param declared that stand @param matched of them, with help that was accepted @param delivered of them, with help that came */
    public record Needs(long declared, long matched, long delivered) {}

    /** @param state where it stands, as {@code adopted} */
    public record Recommended(String id, String text, String state) {}

    /** @param opened how many ways are better now than by the law data that came with the node; empty where nothing was published */
    public record Changes(int published, Optional<Integer> opened) {}
}
