package org.comity.law;

import static org.comity.law.Finding.Result.DISCRETIONARY;
import static org.comity.law.Finding.Result.MET;
import static org.comity.law.Finding.Result.NOT_MET;
import static org.comity.law.Finding.Result.UNKNOWN;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comity.law.JurisdictionRule.Link;
import org.comity.law.JurisdictionRule.Rule;

/**
 * Which States may have jurisdiction over an offence, and whether those that do should consult. It reads what treaties ask of a
 * State; what the State's own law made of it stays with the State.
 */
public final class Jurisdiction {

    private static final String RULE = "jurisdiction";

    private final LawBase law;

    public Jurisdiction(LawBase law) {
        this.law = law;
    }

    /** What ties the offence to a State. */
    public record Connection(StateCode state, Link link) {

        public Connection {
            if (!link.isFact()) {
                throw new IllegalArgumentException(
                        "“" + link.code() + "” follows from other facts; it is none itself.");
            }
        }
    }

    /**
     * One State's claim.
     *
     * @param standing {@code MET} where a treaty makes it have jurisdiction, {@code DISCRETIONARY} where its own law may,
     *     {@code UNKNOWN} where no treaty of this data set says so, {@code NOT_MET} where nothing ties the offence to it
     */
    public record Claim(State state, Finding.Result standing, List<Finding> findings) {

        public Claim {
            findings = List.copyOf(findings);
        }

        /** Whether the State may claim the case, as far as this data set knows. */
        public boolean isOpen() {
            return standing == MET || standing == DISCRETIONARY;
        }
    }

    /**
     * @param claims by State; those that must have jurisdiction first
     * @param together what follows where several States can claim it: to consult, or an order of priority
     */
    public record Answer(List<Claim> claims, List<Finding> together) {

        public Answer {
            claims = List.copyOf(claims);
            together = List.copyOf(together);
        }
    }

    /**
     * @throws InvalidRouteQueryException if a State is not in the data set
     */
    public Answer over(Collection<Connection> connections, LocalDate day) {
        var links = new TreeMap<StateCode, TreeSet<Link>>(Comparator.comparing(StateCode::value));
        connections.forEach(connection ->
                links.computeIfAbsent(connection.state(), _ -> new TreeSet<>()).add(connection.link()));
        List<Claim> claims = links.entrySet().stream()
                .map(entry -> claim(state(entry.getKey()), entry.getValue(), day))
                .sorted(Comparator.comparing(Claim::standing))
                .toList();
        return new Answer(claims, together(claims.stream().filter(Claim::isOpen).toList(), day));
    }

    private State state(StateCode code) {
        return law.state(code)
                .orElseThrow(() -> new InvalidRouteQueryException("There is no State " + code + " in the data set."));
    }

    private Claim claim(State state, Collection<Link> links, LocalDate day) {
        List<Finding> findings =
                links.stream().flatMap(link -> findings(state, link, day)).toList();
        return new Claim(
                state,
                findings.stream()
                        .map(Finding::result)
                        .min(Comparator.comparing(Jurisdiction::rank))
                        .orElse(NOT_MET),
                findings);
    }

    private static int rank(Finding.Result result) {
        return switch (result) {
            case MET -> 0;
            case DISCRETIONARY -> 1;
            case UNKNOWN -> 2;
            case NOT_MET -> 3;
        };
    }

    private Stream<Finding> findings(State state, Link link, LocalDate day) {
        List<JurisdictionRule> rules = law.jurisdictionRules().stream()
                .filter(rule -> rule.link() == link)
                .toList();
        if (rules.stream().anyMatch(rule -> rule.rule() == Rule.EVIDENCE)) {
            return rules.stream().map(rule -> finding(rule, NOT_MET, Saying.of("jurisdiction.evidence"), state));
        }
        List<Finding> binding = rules.stream()
                .filter(rule -> law.boundOn(state.code(), rule.instrument(), day))
                .map(rule -> bound(rule, state, day))
                .toList();
        return binding.isEmpty() ? Stream.of(ownLawOnly(state, link)) : binding.stream();
    }

    private Finding bound(JurisdictionRule rule, State state, LocalDate day) {
        return limitation(rule, state, day)
                .map(declaration -> new Finding(
                        RULE,
                        DISCRETIONARY,
                        saying(rule, Saying.of("jurisdiction.limited"))
                                .with("state", state)
                                .with("declaration", declaration.summary()),
                        rule.provision(),
                        declaration.source(),
                        declaration.basis()))
                .orElseGet(() -> rule.rule() == Rule.SHALL
                        ? finding(rule, MET, Saying.of("jurisdiction.shall"), state)
                        : finding(rule, DISCRETIONARY, Saying.of("jurisdiction.may"), state));
    }

    private Optional<Declaration> limitation(JurisdictionRule rule, State state, LocalDate day) {
        return rule.limitedBy().stream()
                .flatMap(effect -> law.declarationsOf(state.code()).stream()
                        .filter(made -> made.instrument().equals(rule.instrument()))
                        .filter(made -> made.hasEffect(List.of(effect)) && made.inForceOn(day)))
                .findFirst();
    }

    private static Finding ownLawOnly(State state, Link link) {
        return new Finding(
                RULE,
                UNKNOWN,
                Saying.of("jurisdiction.own-law").with("state", state).withWords("link", "link", List.of(link)),
                "",
                "",
                Basis.RECALLED);
    }

    private List<Finding> together(List<Claim> open, LocalDate day) {
        return law.jurisdictionRules().stream()
                .filter(rule -> rule.link() == Link.SEVERAL)
                .filter(rule -> open.stream()
                                .filter(claim -> law.boundOn(claim.state().code(), rule.instrument(), day))
                                .count()
                        > 1)
                .map(rule -> new Finding(
                        RULE,
                        rule.rule() == Rule.CONSULT ? MET : DISCRETIONARY,
                        saying(
                                rule,
                                rule.rule() == Rule.CONSULT
                                        ? Saying.of("jurisdiction.consult")
                                        : Saying.of("jurisdiction.order")),
                        rule.provision(),
                        rule.source(),
                        rule.basis()))
                .toList();
    }

    private Finding finding(JurisdictionRule rule, Finding.Result result, Saying says, State state) {
        return new Finding(
                RULE, result, saying(rule, says).with("state", state), rule.provision(), rule.source(), rule.basis());
    }

    private Saying saying(JurisdictionRule rule, Saying says) {
        return says.with(
                        "instrument",
                        law.instrument(rule.instrument()).orElseThrow().shortTitle())
                .with("article", rule.paragraph())
                .with("note", rule.note().isEmpty() ? "" : " " + rule.note())
                .withWords("link", "link", List.of(rule.link()));
    }
}
