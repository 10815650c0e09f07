package org.comity.law.matrix;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.law.LawBase;
import org.comity.law.LawChange;
import org.comity.law.State;
import org.comity.law.StateCode;

/** The States whose facts a change may touch. */
final class Touched {

    private Touched() {}

    static Set<StateCode> by(Collection<LawChange> changes, LawBase law) {
        Set<StateCode> touched = new LinkedHashSet<>();
        changes.forEach(change -> by(change, law).forEach(touched::add));
        return touched;
    }

    private static Stream<StateCode> by(LawChange change, LawBase law) {
        return switch (change) {
            case LawChange.Tied tied -> Stream.of(tied.status().state());
            case LawChange.Declared declared -> Stream.of(declared.declaration().state());
            case LawChange.Withdrawn withdrawn -> Stream.of(withdrawn.state());
            // the instrument may stand beside another under which further States are tied
            case LawChange.EntersIntoForce _ -> law.states().stream().map(State::code);
            case LawChange.Named _, LawChange.NoLongerNamed _ -> Stream.of();
            case LawChange.Enacted enacted -> Stream.of(enacted.state());
            case LawChange.Repealed repealed -> Stream.of(repealed.state());
        };
    }
}
