package org.comity.node.legislation;

import java.time.LocalDate;
import java.util.List;
import org.comity.law.Instrument;
import org.comity.law.Provision;

/**
 * One instrument on one day.
 *
 * @param force whether it was in force, and if not, why
 * @param chapters its provisions by kind
 * @param bound States that it binds
 * @param others States that signed, were invited, left, or are not bound yet
 */
public record InstrumentProfile(
        Instrument instrument, LocalDate on, Force force, List<Chapter> chapters, List<Bond> bound, List<Bond> others) {

    public InstrumentProfile {
        chapters = List.copyOf(chapters);
        bound = List.copyOf(bound);
        others = List.copyOf(others);
    }

    /** Whether an instrument is in force on a day. */
    public enum Force {
        IN_FORCE,
        /** In force, but applied only from a later day. */
        NOT_APPLIED_YET,
        /** It entered into force after that day. */
        LATER,
        /** No entry into force is recorded. */
        NOT_RECORDED;

        static Force of(Instrument instrument, LocalDate day) {
            if (instrument.inForceOn(day)
                    || instrument
                            .appliesFrom()
                            .filter(from -> !day.isBefore(from))
                            .isPresent()) {
                return IN_FORCE;
            }
            if (instrument.inForce().isEmpty()) {
                return instrument.appliesFrom().isPresent() ? LATER : NOT_RECORDED;
            }
            return day.isBefore(instrument.inForce().get()) ? LATER : NOT_APPLIED_YET;
        }
    }

    /** The provisions of one kind. */
    public record Chapter(String kind, List<Article> articles) {

        public Chapter {
            articles = List.copyOf(articles);
        }
    }

    /** A provision with its deadlines ready to be read. */
    public record Article(String citation, Provision provision, List<TimeLimit> limits) {

        public Article {
            limits = List.copyOf(limits);
        }

        static Article of(Instrument instrument, Provision provision) {
            return new Article(
                    Citation.of(instrument, provision.article()),
                    provision,
                    provision.deadlines().stream().map(TimeLimit::of).toList());
        }
    }

    public String label() {
        return Citation.of(instrument);
    }
}
