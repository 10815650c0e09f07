package org.comity.law;

import java.time.LocalDate;
import java.util.Optional;
import org.comity.law.NationalLaw.Act;
import org.comity.law.NationalLaw.NationalProvision;

/**
 * One fact of the data set that is otherwise than the data set has it: because it has changed and was reviewed, or because
 * somebody asks what would follow if it did.
 *
 * <p>A change is a whole row in the words of the data set, with its own source and basis; {@link LawBase#with} gives a law
 * base in which it holds, and leaves the one it was asked of as it is.
 */
public sealed interface LawChange {

    /** What ties a State to an instrument; takes the place of the row for both, if there is one. */
    record Tied(Status status) implements LawChange {}

    /** A State makes a reservation, declaration or designation; takes the place of a row with the same key. */
    record Declared(Declaration declaration) implements LawChange {}

    /**
     * A State withdraws what it has declared; the row stays, with its end.
     *
     * @param article the article that the declaration concerns, as cited
     * @param on first day on which it no longer counts
     */
    record Withdrawn(String instrument, StateCode state, String article, LocalDate on) implements LawChange {}

    /** An instrument enters into force in general. */
    record EntersIntoForce(String instrument, LocalDate on, String source, LocalDate asOf, Basis basis)
            implements LawChange {}

    /** A State names an institution; takes the place of a row with the same key. */
    record Named(Authority authority) implements LawChange {}

    /** An institution no longer answers. */
    record NoLongerNamed(StateCode state, String function, String instrument, String institution)
            implements LawChange {}

    /**
     * A provision of national law. One from the same article, set against the same provision of an instrument, ends on the
     * day on which this one begins; it is replaced where this one has no such day.
     *
     * @param act the act in which it stands, where the data set does not hold it yet or holds it otherwise
     */
    record Enacted(StateCode state, Optional<Act> act, NationalProvision provision) implements LawChange {}

    /**
     * A provision of national law no longer applies; the row stays, with its end.
     *
     * @param mapsTo the provision of an instrument that it is set against
     * @param act id of the act
     * @param article where it stands; empty where the row names none
     * @param on first day on which it no longer applies
     */
    record Repealed(StateCode state, String mapsTo, String act, Optional<String> article, LocalDate on)
            implements LawChange {}
}
