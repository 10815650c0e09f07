package org.comity.node.legislation;

import java.util.List;
import org.comity.law.AcrossStates;
import org.comity.law.Declaration;
import org.comity.law.State;
import org.comity.node.legislation.NationalLawByProvision.Entry;
import org.comity.node.legislation.NationalLawByProvision.Subject;

/**
 * One provision, and how the law of every State covers it on a day.
 *
 * @param examples what a drafter would read first comes first
 * @param without States whose law was searched and does not have it
 * @param open States whose law is held here, but not on this provision
 * @param unread States whose law is not held here
 * @param reserved what States have reserved or declared about it
 */
public record ProvisionProfile(
        Subject subject,
        AcrossStates across,
        List<Example> examples,
        List<State> without,
        List<State> open,
        List<State> unread,
        List<Reserved> reserved) {

    public ProvisionProfile {
        examples = List.copyOf(examples);
        without = List.copyOf(without);
        open = List.copyOf(open);
        unread = List.copyOf(unread);
        reserved = List.copyOf(reserved);
    }

    /** A provision of a State's law. */
    public record Example(State state, Entry entry) {}

    /** A reservation or declaration of a State. */
    public record Reserved(State state, Declaration declaration) {}
}
