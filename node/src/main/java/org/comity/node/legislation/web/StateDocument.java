package org.comity.node.legislation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.law.Authority;
import org.comity.law.Basis;
import org.comity.law.NationalLaw;
import org.comity.node.legislation.Bond;
import org.comity.node.legislation.NationalLawByProvision;
import org.comity.node.legislation.StateProfile;
import org.comity.node.legislation.StatedAct;

/** What is known of a State on a day, as JSON. */
record StateDocument(
        String state,
        String name,
        LocalDate on,
        List<Tie> instruments,
        List<Act> acts,
        List<Contact> authorities,
        Optional<Law> nationalLaw) {

    static StateDocument of(StateProfile profile) {
        return new StateDocument(
                profile.state().code().value(),
                profile.state().name(),
                profile.on(),
                profile.bonds().stream().map(Tie::of).toList(),
                profile.acts().stream().map(Act::of).toList(),
                profile.authorities().stream().map(Contact::of).toList(),
                profile.law().map(NationalLawByProvision::law).map(Law::of));
    }

    /** How sure a fact is and where it was read. */
    record Ground(String source, String asOf, String basis) {

        static Ground of(String source, Object asOf, Basis basis) {
            return new Ground(source, asOf.toString(), basis.code());
        }
    }

    record Tie(
            String instrument,
            String tie,
            boolean bound,
            Optional<LocalDate> signed,
            Optional<LocalDate> boundSince,
            Optional<LocalDate> boundUntil,
            Ground ground) {

        static Tie of(Bond bond) {
            return new Tie(
                    bond.instrument().id(),
                    bond.tie().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    bond.binds(),
                    bond.status().signature(),
                    bond.status().entryIntoForce(),
                    bond.status().boundUntil(),
                    Ground.of(
                            bond.status().source(),
                            bond.status().asOf(),
                            bond.status().basis()));
        }
    }

    record Act(
            String instrument,
            String article,
            String kind,
            List<String> effects,
            String summary,
            boolean inForce,
            Optional<LocalDate> from,
            Optional<LocalDate> withdrawn,
            Ground ground) {

        static Act of(StatedAct act) {
            var declaration = act.declaration();
            return new Act(
                    declaration.instrument(),
                    declaration.article(),
                    declaration.kind(),
                    declaration.effects(),
                    declaration.summary(),
                    act.effect() == StatedAct.Effect.IN_FORCE,
                    declaration.validFrom(),
                    declaration.validTo(),
                    Ground.of(declaration.source(), declaration.asOf(), declaration.basis()));
        }
    }

    record Contact(
            String function,
            String instrument,
            String institution,
            boolean alwaysOn,
            List<String> languages,
            LocalDate lastConfirmed,
            Ground ground) {

        static Contact of(Authority authority) {
            return new Contact(
                    authority.function(),
                    authority.instrument(),
                    authority.institution(),
                    authority.alwaysOn(),
                    authority.languages(),
                    authority.lastConfirmed(),
                    Ground.of(authority.source(), authority.lastConfirmed(), authority.basis()));
        }
    }

    record Law(String asOf, String held, List<Article> provisions, List<String> gaps) {

        static Law of(NationalLaw law) {
            return new Law(
                    law.asOf(),
                    law.coverage(),
                    law.provisions().stream()
                            .map(provision -> new Article(
                                    provision.mapsTo(),
                                    provision.coverage(),
                                    law.act(provision.act())
                                            .map(NationalLaw.Act::title)
                                            .orElse(provision.act()),
                                    provision.article(),
                                    provision.inForce(),
                                    provision.penaltyMaxMonths(),
                                    Ground.of(provision.source(), provision.asOf(), provision.basis())))
                            .toList(),
                    law.gaps());
        }
    }

    record Article(
            String provision,
            String coverage,
            String act,
            Optional<String> article,
            boolean inForce,
            Optional<Integer> penaltyMaxMonths,
            Ground ground) {}
}
