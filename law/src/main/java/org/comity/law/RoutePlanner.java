package org.comity.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.comity.law.RouteRules.Fit;

/**
 * Finds the lawful routes from one State to another.
 *
 * <p>The planner looks at every provision of the data set that serves the measure and reaches the data, under every
 * instrument to which at least one of the two States has a tie. Each condition becomes a finding. A condition that is not
 * met closes the route; one that depends on a fact the query does not tell, or on a choice of the requested State, leaves
 * it conditional; if it cannot be known whether the States are bound, the route is unknown. What is only worth knowing
 * does not touch the standing, and no more does a State of which the data set holds no declarations: the treaty's rule
 * then stands, with a note that a reservation may exist.
 *
 * <p>Ways that leave the requested State out, such as access with the consent of the person who may disclose or what a
 * provider does of its own will, are only looked at when the query asks for them. Where both States are the same, the
 * query is about the State's own powers over its own providers.
 *
 * <p>Order: standing, fit to the measure, speed of the channel, basis, then the order of the data set.
 */
public final class RoutePlanner {

    private final LawBase law;

    public RoutePlanner(LawBase law) {
        this.law = law;
    }

    /** @throws InvalidRouteQueryException if the query names something that the data set does not have */
    public RoutePlan plan(RouteQuery query) {
        State requesting = party(query.requesting());
        State requested = party(query.requested());
        check(query);
        List<Ranked> found = new ArrayList<>();
        for (RouteRules rules : law.routes()) {
            fit(rules, query)
                    .map(fit -> new Ranked(assess(query, rules, fit, requesting, requested), fit, rules.provision()))
                    .ifPresent(found::add);
        }
        found.sort(bestFirst());
        return new RoutePlan(query, found.stream().map(Ranked::route).toList());
    }

    /** The standing of one route; none where it does not serve the query, or neither State has a tie to it. */
    Optional<Standing> standing(RouteRules rules, RouteQuery query) {
        return fit(rules, query)
                .map(fit -> assess(query, rules, fit, party(query.requesting()), party(query.requested()))
                        .standing());
    }

    private Optional<Fit> fit(RouteRules rules, RouteQuery query) {
        return Optional.ofNullable(rules.serves().get(query.measure()))
                .filter(_ -> rules.leads(query))
                .filter(_ -> rules.provision().covers(query.dataCategory()) && concerns(rules, query));
    }

    private State party(StateCode code) {
        if (code.value().equals("EU")) {
            throw new InvalidRouteQueryException(
                    "The European Union neither makes nor receives such requests; name one of its Member States.");
        }
        return law.state(code)
                .orElseThrow(() -> new InvalidRouteQueryException("There is no State “" + code + "” in the data set."));
    }

    private void check(RouteQuery query) {
        if (!law.measures().contains(query.measure())) {
            throw new InvalidRouteQueryException("No route serves the measure “"
                    + query.measure().code() + "”; valid are "
                    + String.join(", ", law.measures().stream().map(Coded::code).toList()) + ".");
        }
        if (query.offence() instanceof Offence.Described described
                && !law.offences().contains(described.provision())) {
            throw new InvalidRouteQueryException("There is no offence “" + described.provision()
                    + "” in the data set; valid are " + String.join(", ", law.offences()) + " and other.");
        }
    }

    private boolean concerns(RouteRules rules, RouteQuery query) {
        if (!rules.nature().isBetweenStates()) {
            return true;
        }
        String instrument = rules.provision().instrument();
        return law.status(query.requesting(), instrument).isPresent()
                || law.status(query.requested(), instrument).isPresent();
    }

    private record Ranked(Route route, Fit fit, Provision provision) {}

    private Comparator<Ranked> bestFirst() {
        return Comparator.comparing((Ranked r) -> r.route().standing())
                .thenComparing(Ranked::fit)
                .thenComparing(r -> r.route().channel(), law.vocabulary().fastestFirst())
                .thenComparing(r -> r.provision().basis());
    }

    private Route assess(RouteQuery query, RouteRules rules, Fit fit, State requesting, State requested) {
        Provision provision = rules.provision();
        Instrument instrument = law.instrument(provision.instrument()).orElseThrow();
        Conditions conditions = new Conditions(law, query, requesting, requested);
        Reasons reasons = new Reasons();

        Binding binding = new Binding(law, query.on(), instrument, provision);
        if (rules.nature().isBetweenStates()) {
            reasons.decide(binding.inForce());
            reasons.decideOrLeaveUnknown(binding.bound("requesting-bound", requesting));
            reasons.decideOrLeaveUnknown(binding.bound("requested-bound", requested));
            binding.replaced(requesting, requested).ifPresent(reasons::decide);
        } else if (rules.lawOf().isPresent()) {
            reasons.decide(binding.inForce());
        }
        if (fit == Fit.GENERAL) {
            reasons.decide(generalAssistance(query.measure(), provision, requested));
        }
        if (query.dataCategory() == DataCategory.ANY
                && !provision.dataCategories().contains(DataCategory.ANY)) {
            reasons.decide(dataLimit(provision));
        }
        for (Condition condition : rules.conditions()) {
            conditions.test(condition).ifPresent(condition.head().decides() ? reasons::decide : reasons::note);
        }
        DualCriminalityCheck check =
                new DualCriminalityCheck(law, query, rules, conditions, requesting, requested, reasons);
        DualCriminality dualCriminality = check.assess();

        List<Channel> channels = channels(rules, conditions);
        List<Authority> authorities = authorities(channels.getFirst(), requested, instrument);
        authority(channels.getFirst(), provision, requested, authorities).ifPresent(reasons::note);
        return new Route(
                provision.id(),
                instrument.id(),
                rules.nature(),
                provision.title(),
                channels.getFirst(),
                channels.subList(1, channels.size()),
                reasons.standing(),
                dualCriminality,
                authorities,
                provision.deadlines(),
                check.groundsHere(),
                provision.requestContents(),
                provision.text("forms"),
                reasons.findings(),
                rules.safeguards(),
                provision.text("duties"),
                provision.text("confidentiality"));
    }

    private static Finding generalAssistance(Measure measure, Provision provision, State requested) {
        return new Finding(
                "made-for-measure",
                Finding.Result.DISCRETIONARY,
                Saying.of("fit.general")
                        .with("article", provision.article())
                        .withWords("measure", "measure", List.of(measure))
                        .with("state", requested),
                provision.id(),
                provision.source(),
                provision.basis());
    }

    private static Finding dataLimit(Provision provision) {
        return new Finding(
                "data-category",
                Finding.Result.UNKNOWN,
                Saying.of("fit.data")
                        .with("article", provision.article())
                        .withWords("data", "data", provision.dataCategories()),
                provision.id(),
                provision.source(),
                provision.basis());
    }

    private static List<Channel> channels(RouteRules rules, Conditions conditions) {
        return rules.channelsWhenBothBound().entrySet().stream()
                .filter(entry -> conditions.bindsBoth(List.of(entry.getKey())))
                .findFirst()
                .map(java.util.Map.Entry::getValue)
                .orElse(rules.channels());
    }

    /** Institutions named under the instrument itself stand before those named under another. */
    private List<Authority> authorities(Channel channel, State requested, Instrument instrument) {
        Optional<String> function = law.vocabulary().authorityFor(channel);
        return law.authoritiesOf(requested.code()).stream()
                .filter(a -> function.filter(a.function()::equals).isPresent())
                .sorted(Comparator.comparing((Authority a) -> !a.instrument().equals(instrument.id())))
                .toList();
    }

    private Optional<Finding> authority(
            Channel channel, Provision provision, State requested, List<Authority> authorities) {
        if (law.vocabulary().authorityFor(channel).isEmpty()) {
            return Optional.empty();
        }
        if (authorities.isEmpty()) {
            return Optional.of(new Finding(
                    "authority",
                    Finding.Result.UNKNOWN,
                    Saying.of("authority.unknown")
                            .with("state", requested)
                            .withWords("channel", "channel", List.of(channel)),
                    provision.id(),
                    provision.source(),
                    provision.basis()));
        }
        Authority first = authorities.getFirst();
        return Optional.of(new Finding(
                "authority",
                Finding.Result.MET,
                law.instrument(first.instrument())
                        .filter(named -> !named.id().equals(provision.instrument()))
                        .map(named -> Saying.of("authority.known.elsewhere")
                                .with("instrument", law.translations().shortTitle(named)))
                        .orElse(Saying.of("authority.known"))
                        .with("institution", first.institution())
                        .with("state", requested)
                        .with("day", first.lastConfirmed()),
                provision.id(),
                first.source(),
                first.basis()));
    }
}
