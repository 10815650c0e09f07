package org.comity.law;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.comity.law.NationalLaw.Act;
import org.comity.law.NationalLaw.NationalProvision;

/**
 * A provision of national law with the act in which it stands, as a lawyer would cite it.
 *
 * @param act the act; empty only if the file of the State does not hold it
 */
public record Citation(StateCode state, Optional<Act> act, NationalProvision provision) {

    /** From the text that a reader can trust most to the one that tells least. */
    private static final List<String> SEEN = List.of("text", "heading", "secondary");

    /** Full coverage before partial, verified before recalled, the wording before a heading, the newer before the older. */
    static final Comparator<Citation> BEST_FIRST = comparing(
                    (Citation c) -> Coverage.of(c.provision().coverage()))
            .thenComparing(c -> c.provision().basis())
            .thenComparing(c -> seenRank(c.provision()))
            .thenComparing(c -> c.provision().article().isEmpty())
            .thenComparing(c -> c.provision().asOf(), Comparator.reverseOrder());

    static Citation of(NationalLaw law, NationalProvision provision) {
        return new Citation(law.state(), law.act(provision.act()), provision);
    }

    /** A row that does not say how it was seen stands behind the wording and before a mere heading. */
    private static int seenRank(NationalProvision provision) {
        return provision.seen().map(seen -> 2 * SEEN.indexOf(seen)).orElse(1);
    }

    /** “Cybercrime Act, 6”. */
    public String text() {
        String title = act.map(Act::title).orElse(provision.act());
        return provision.article().map(article -> title + ", " + article).orElse(title);
    }

    /** The custodial ceiling of the basic offence in words, if it is known. */
    public Optional<String> penalty() {
        return provision.penaltyMaxMonths().map(Language.ENGLISH::penalty);
    }
}
