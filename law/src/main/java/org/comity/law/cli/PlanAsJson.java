package org.comity.law.cli;

import static org.comity.law.cli.Json.object;

import java.util.Map;
import org.comity.law.Authority;
import org.comity.law.Coded;
import org.comity.law.Deadline;
import org.comity.law.Finding;
import org.comity.law.RefusalGround;
import org.comity.law.Route;
import org.comity.law.RoutePlan;
import org.comity.law.RouteQuery;
import org.comity.law.Safeguard;
import org.jspecify.annotations.Nullable;

/** A plan as the JSON object that programs read: {@code {query, routes}}. */
final class PlanAsJson {

    private PlanAsJson() {}

    static String write(RoutePlan plan) {
        return Json.write(json(plan));
    }

    static Map<String, @Nullable Object> json(RoutePlan plan) {
        return object(
                "query", query(plan.query()),
                "routes", plan.routes().stream().map(PlanAsJson::route).toList());
    }

    private static Map<String, @Nullable Object> query(RouteQuery query) {
        Map<String, @Nullable Object> asked = object(
                "from", query.requesting(),
                "to", query.requested(),
                "on", query.on(),
                "measure", code(query.measure()),
                "data", code(query.dataCategory()),
                "offence", query.offence().code());
        if (!query.facts().said().isEmpty()) {
            asked.put("facts", query.facts().said());
        }
        return asked;
    }

    private static Map<String, @Nullable Object> route(Route route) {
        return object(
                "provision", route.provision(),
                "instrument", route.instrument(),
                "channel", code(route.channel()),
                "standing", code(route.standing()),
                "dualCriminality", code(route.dualCriminality()),
                "authority", route.authority().map(PlanAsJson::authority).orElse(null),
                "deadlines",
                        route.deadlines().stream().map(PlanAsJson::deadline).toList(),
                "refusalGrounds",
                        route.refusalGrounds().stream().map(PlanAsJson::ground).toList(),
                "safeguards",
                        route.safeguards().stream().map(PlanAsJson::safeguard).toList(),
                "findings", route.findings().stream().map(PlanAsJson::finding).toList());
    }

    static Map<String, @Nullable Object> authority(Authority authority) {
        return object(
                "state", authority.state(),
                "function", authority.function(),
                "instrument", authority.instrument(),
                "institution", authority.institution(),
                "kind", authority.kind(),
                "languages", authority.languages(),
                "alwaysOn", authority.alwaysOn(),
                "url", authority.url().orElse(null),
                "lastConfirmed", authority.lastConfirmed(),
                "basis", code(authority.basis()),
                "source", authority.source());
    }

    static Map<String, @Nullable Object> deadline(Deadline deadline) {
        return object(
                "what", deadline.what(),
                "duration", deadline.length().orElse(null),
                "unit", code(deadline.unit()),
                "from", deadline.from(),
                "kind", code(deadline.kind()),
                "extension", deadline.extension().orElse(null),
                "provision", deadline.provision());
    }

    static Map<String, @Nullable Object> ground(RefusalGround ground) {
        return object("id", ground.id(), "article", ground.article(), "ground", ground.ground());
    }

    static Map<String, @Nullable Object> safeguard(Safeguard safeguard) {
        return object(
                "kind", safeguard.kind(),
                "provision", safeguard.provision(),
                "article", safeguard.article(),
                "text", safeguard.text(),
                "source", safeguard.source(),
                "basis", code(safeguard.basis()));
    }

    static Map<String, @Nullable Object> finding(Finding finding) {
        return object(
                "rule", finding.rule(),
                "result", code(finding.result()),
                "reason", finding.reason(),
                "provision", finding.provision(),
                "source", finding.source(),
                "basis", code(finding.basis()));
    }

    private static String code(Coded word) {
        return word.code();
    }
}
