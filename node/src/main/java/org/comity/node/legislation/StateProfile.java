package org.comity.node.legislation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.law.Authority;
import org.comity.law.Instrument;
import org.comity.law.State;

/**
 * What is known of one State on one day.
 *
 * @param bonds ties to instruments: those that bind it first
 * @param silent instruments about which nothing is recorded for it
 * @param acts its reservations, declarations and designations, those in force first
 */
public record StateProfile(
        State state,
        LocalDate on,
        List<Bond> bonds,
        List<Instrument> silent,
        List<StatedAct> acts,
        List<Authority> authorities,
        Optional<NationalLawByProvision> law) {

    public StateProfile {
        bonds = List.copyOf(bonds);
        silent = List.copyOf(silent);
        acts = List.copyOf(acts);
        authorities = List.copyOf(authorities);
    }
}
