package org.comity.node.cooperation.place;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A State that may have the data.
 *
 * @param state ISO 3166-1 alpha-2
 * @param grounds on what that rests, each with its day
 * @param notice what its law, or a treaty, makes it owed to be told of what was done about data on its territory
 */
@RecordBuilder
public record Candidate(String state, Likelihood likelihood, List<Ground> grounds, Optional<Notice> notice)
        implements CandidateBuilder.With {

    public Candidate {
        grounds = List.copyOf(grounds);
    }

    public static Candidate of(String state, Likelihood likelihood, Ground... grounds) {
        return new Candidate(state, likelihood, List.of(grounds), Optional.empty());
    }

    /** One reason. @param asOf the day for which it holds: places change */
    public record Ground(Source source, String text, LocalDate asOf) {}

    /** @param under the provision or undertaking under which it is owed @param made when it was told; empty while it is owed */
    public record Notice(String under, Optional<LocalDate> made, String reference) {

        public static Notice owed(String under) {
            return new Notice(under, Optional.empty(), "");
        }

        public boolean isOpen() {
            return made.isEmpty();
        }
    }

    /** It may still be there. */
    public boolean isOpen() {
        return likelihood != Likelihood.RULED_OUT;
    }

    public Candidate confirmed(Ground because) {
        return with(it -> it.likelihood(Likelihood.CONFIRMED)
                .grounds(Stream.concat(grounds.stream(), Stream.of(because)).toList()));
    }
}
