package org.comity.node.oversight.loop;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.comity.law.Measure;
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
     * @param all of the first, with what hangs on each
     */
    public record Gaps(int toLookUp, List<Gap> all) {
        public Gaps {
            all = List.copyOf(all);
        }

        public int toEnact() {
            return all.size();
        }

        /** Ways that stand worse because of one of them; each way counts once. */
        public long ways() {
            return all.stream()
                    .flatMap(it -> it.ways().stream())
                    .map(it -> List.of(it.measure(), it.from(), it.to(), it.provision()))
                    .distinct()
                    .count();
        }

        /** Requests about one of them that were refused; each counts once. */
        public long refused() {
            return asked(Gap.Asked::refused);
        }

        /** Requests about one of them that missed a time limit; each counts once. */
        public long late() {
            return asked(Gap.Asked::late);
        }

        private long asked(Predicate<Gap.Asked> wanted) {
            return all.stream()
                    .flatMap(it -> it.requests().stream())
                    .filter(wanted)
                    .map(Gap.Asked::id)
                    .distinct()
                    .count();
        }

        /** Needs for help with one of them; each counts once. */
        public long needs() {
            return all.stream()
                    .flatMap(it -> it.needs().stream())
                    .map(Gap.Need::id)
                    .distinct()
                    .count();
        }
    }

    /** The best way for each measure, where there is one. */
    public record Routes(List<Best> best) {
        public Routes {
            best = List.copyOf(best);
        }

        public long of(String standing) {
            return best.stream().filter(it -> it.standing().equals(standing)).count();
        }

        /** Those that can't simply be taken. */
        public long notOpen() {
            return best.size() - of("open");
        }
    }

    /** @param standing as {@code conditional}, or {@code none} where there is no way */
    public record Best(Measure measure, String standing) {}

    /** @param late that missed a time limit @param lost of which data was lost @param since the day of the first; empty without one */
    public record Requests(long number, long refused, long late, long lost, Optional<LocalDate> since) {}

    /** @param declared that stand @param matched of them, with help that was accepted @param delivered of them, with help that came */
    public record Needs(long declared, long matched, long delivered) {}

    /** @param state where it stands, as {@code adopted} */
    public record Recommended(String id, String text, String state) {}

    /** @param better ways that stand better now than by the law data that came with the node; empty where nothing was published */
    public record Changes(int published, Optional<List<Gap.Way>> better) {

        /** How many. */
        public Optional<Integer> opened() {
            return better.map(List::size);
        }
    }
}
