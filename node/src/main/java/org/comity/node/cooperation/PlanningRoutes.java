package org.comity.node.cooperation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.comity.law.Coded;
import org.comity.law.InvalidRouteQueryException;
import org.comity.law.Route;
import org.comity.law.RoutePlanner;
import org.comity.law.RouteQuery;
import org.comity.law.StateCode;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.settings.ComitySettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans the lawful routes for a request from the open data, with their reasons. */
@Service
@Transactional(readOnly = true)
public class PlanningRoutes {

    private final Visibility visibility;
    private final CurrentLaw law;
    private final StateCode own;
    private final Clock clock;

    PlanningRoutes(Visibility visibility, CurrentLaw law, ComitySettings settings, Clock clock) {
        this.visibility = visibility;
        this.law = law;
        this.own = StateCode.of(settings.state());
        this.clock = clock;
    }

    /** The routes for a draft, best first; the closed ones too, since why a way is shut is an answer. */
    public List<PlannedRoute> routes(Person person, RequestId id) {
        return routes(visibility.request(person, id));
    }

    String ownState() {
        return own.value();
    }

    List<PlannedRoute> routes(Request request) {
        var requested = request.content().requestedState();
        if (requested.isBlank()) {
            throw new ActRefused.Malformed("requestedState", Said.of("cooperation.refused.no-state"));
        }
        return plan(request.kind(), own, StateCode.of(requested), request.content());
    }

    /**
     * The route of a request that came in, as this node sees it today. Where its own data knows none under the provision that
     * the requesting State names, that is said as a finding, and there is no ground on which to refuse.
     */
    PlannedRoute incoming(Request request) {
        var named = request.route()
                .map(PlannedRoute::provision)
                .orElseThrow(
                        () -> new IllegalStateException("Request " + request.reference() + " names no provision."));
        return incoming(request.kind(), request.requireCounterpart().state(), named, request.content());
    }

    PlannedRoute incoming(RequestKind kind, String requestingState, String provision, RequestContent content) {
        try {
            return plan(kind, StateCode.of(requestingState), own, content).stream()
                    .filter(route -> route.provision().equals(provision))
                    .findFirst()
                    .orElseGet(() -> unplanned(
                            provision, Said.of("cooperation.finding.no-route").inEnglish()));
        } catch (ActRefused.Malformed unknown) {
            return unplanned(provision, String.valueOf(unknown.getMessage()));
        }
    }

    /**
     * Reasons in another language, asked for by the English ones that are kept with a request. The plan is made again for the
     * day of the kept one; a reason that today's data no longer gives stays as it was said.
     */
    public UnaryOperator<String> reasonsIn(Locale language, Request request, List<PlannedRoute> kept) {
        var said = new HashMap<String, String>();
        if (!language.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            kept.stream()
                    .map(PlannedRoute::plannedFor)
                    .distinct()
                    .flatMap(day -> again(request, day).stream())
                    .flatMap(route -> route.findings().stream())
                    .forEach(finding -> said.put(finding.reason(), finding.reason(language)));
        }
        return english -> said.getOrDefault(english, english);
    }

    private List<Route> again(Request request, LocalDate day) {
        var content = request.content();
        try {
            return request.side() == Side.REQUESTING
                    ? plan(request.kind(), own, StateCode.of(content.requestedState()), day, content)
                    : plan(
                            request.kind(),
                            StateCode.of(request.requireCounterpart().state()),
                            own,
                            day,
                            content);
        } catch (InvalidRouteQueryException noLongerKnown) {
            return List.of();
        }
    }

    private List<PlannedRoute> plan(
            RequestKind kind, StateCode requesting, StateCode requested, RequestContent content) {
        try {
            return plan(kind, requesting, requested, today(), content).stream()
                    .map(route -> snapshot(route, today()))
                    .toList();
        } catch (InvalidRouteQueryException e) {
            throw new ActRefused.Malformed(
                    "requestedState", Said.of("cooperation.refused.unplannable", String.valueOf(e.getMessage())));
        }
    }

    private List<Route> plan(
            RequestKind kind, StateCode requesting, StateCode requested, LocalDate day, RequestContent content) {
        var planner = new RoutePlanner(law.now());
        return kind.measures().stream()
                .map(measure ->
                        new RouteQuery(requesting, requested, day, measure, category(kind, content), offence(content)))
                .map(query -> kind.nature().isBetweenStates() ? query : query.withTransborderAccess())
                .flatMap(query -> planner.plan(query).routes().stream())
                .filter(route -> route.nature() == kind.nature())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The most intrusive category wanted decides. */
    private static org.comity.law.DataCategory category(RequestKind kind, RequestContent content) {
        if (kind == RequestKind.PARTIAL_DISCLOSURE) {
            return org.comity.law.DataCategory.TRAFFIC;
        }
        var data = content.data();
        if (kind.takesDown() || data.wants(DataCategory.CONTENT)) {
            return org.comity.law.DataCategory.CONTENT;
        }
        if (data.wants(DataCategory.TRAFFIC)) {
            return org.comity.law.DataCategory.TRAFFIC;
        }
        return data.wants(DataCategory.SUBSCRIBER)
                ? org.comity.law.DataCategory.SUBSCRIBER
                : org.comity.law.DataCategory.ANY;
    }

    /** The first provision named leads: it is the one that the request turns on. */
    private static org.comity.law.Offence offence(RequestContent content) {
        return content.offence().provisions().stream()
                .findFirst()
                .map(org.comity.law.Offence::of)
                .orElseGet(() -> org.comity.law.Offence.other(content.offence().description()));
    }

    private static PlannedRoute snapshot(Route route, LocalDate plannedFor) {
        return new PlannedRoute(
                route.provision(),
                route.instrument(),
                route.channel().code(),
                route.standing().code(),
                route.dualCriminality().code(),
                route.authority()
                        .map(authority ->
                                "%s (last confirmed %s)".formatted(authority.institution(), authority.lastConfirmed())),
                plannedFor,
                route.findings().stream()
                        .map(finding -> new PlannedRoute.Finding(
                                finding.rule(),
                                code(finding.result()),
                                finding.reason(),
                                finding.provision(),
                                finding.source(),
                                code(finding.basis())))
                        .toList(),
                route.deadlines().stream()
                        .map(deadline -> new PlannedRoute.Deadline(
                                deadline.what(),
                                deadline.provision(),
                                code(deadline.kind()),
                                deadline.length()
                                        .filter(Period.class::isInstance)
                                        .map(Period.class::cast),
                                deadline.length()
                                        .filter(Duration.class::isInstance)
                                        .map(Duration.class::cast),
                                deadline.extension().flatMap(PlanningRoutes::leadingPeriod),
                                deadline.from()))
                        .toList(),
                route.refusalGrounds().stream()
                        .map(ground -> new PlannedRoute.RefusalGround(ground.id(), ground.ground()))
                        .toList(),
                route.contents().stream()
                        .map(element -> new PlannedRoute.Content(element.id(), element.text()))
                        .toList());
    }

    /** The data set writes an extension as a period and what goes with it: {@code P30D once, annex VI}. */
    private static Optional<Period> leadingPeriod(String extension) {
        var words = extension.split("[ ,;]", 2)[0];
        return words.matches("P(\\d+[YMWD])+") ? Optional.of(Period.parse(words)) : Optional.empty();
    }

    private PlannedRoute unplanned(String provision, String reason) {
        return new PlannedRoute(
                provision,
                provision.substring(0, Math.max(0, provision.indexOf(':'))),
                "none",
                "unknown",
                "unknown",
                Optional.empty(),
                today(),
                List.of(new PlannedRoute.Finding("route-known", "unknown", reason, provision, "", "")),
                List.of(),
                List.of(),
                List.of());
    }

    private static String code(Object word) {
        return word instanceof Coded coded ? coded.code() : word.toString().toLowerCase(Locale.ROOT);
    }
}
