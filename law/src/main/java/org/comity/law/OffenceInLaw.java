package org.comity.law;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.comity.law.NationalLaw.NationalProvision;

/** Looks an offence up in the national law of a State. */
final class OffenceInLaw {

    private final LawBase law;
    private final State state;
    private final RouteQuery query;

    OffenceInLaw(LawBase law, State state, RouteQuery query) {
        this.law = law;
        this.state = state;
        this.query = query;
    }

    State state() {
        return state;
    }

    /** The rows of the State's law on the conduct: full before partial, verified before recalled. */
    List<NationalProvision> rows() {
        return switch (query.offence()) {
            case Offence.Other _ -> List.of();
            case Offence.Described described ->
                law
                        .nationalLaw(state.code())
                        .map(l -> l.on(law.conduct(described.provision()), query.on()))
                        .orElse(List.of())
                        .stream()
                        .sorted(Comparator.comparing(NationalProvision::coverage)
                                .thenComparing(NationalProvision::basis))
                        .toList();
        };
    }

    /** The row that makes the conduct an offence, if one is known. */
    Optional<NationalProvision> offenceRow() {
        return rows().stream().filter(NationalProvision::covers).findFirst();
    }

    /** A row, read in the law itself, that says that the conduct is no offence. */
    Optional<NationalProvision> absence() {
        return rows().stream()
                .filter(row -> row.coverage().equals("none") && row.basis() == Basis.VERIFIED)
                .findFirst();
    }

    /** Where a row stands, such as “Criminal Code, art. 154-A”. */
    String cite(NationalProvision row) {
        String act = law.nationalLaw(state.code())
                .flatMap(l -> l.act(row.act()))
                .map(NationalLaw.Act::title)
                .orElse(row.act());
        return act + row.article().map(a -> ", art. " + a).orElse("");
    }
}
