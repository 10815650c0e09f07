package org.comity.node.cooperation.request;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The texts of a request that a person writes freely, and that somebody who reads another language needs translated. */
public enum FreeText {
    FACTS("facts", RequestContent::facts),
    OFFENCE("offenceText", content -> content.offence().description()),
    PENALTY("penalty", content -> content.offence().penalty()),
    PROCEEDING("proceeding", RequestContent::proceeding),
    RELATION("relation", content -> content.data().relation()),
    LOCATION("location", content -> content.data().location()),
    PROCEDURES("procedures", RequestContent::procedures),
    CONDITIONS("conditions", RequestContent::conditions),
    URGENCY("urgencyReason", content -> content.urgency().reason()),
    AT_RISK("atRisk", ofEmergency(EmergencyClaim::atRisk)),
    HARM("harm", ofEmergency(EmergencyClaim::harm)),
    IMMINENCE("imminence", ofEmergency(EmergencyClaim::imminence)),
    EFFECT("effect", ofEmergency(EmergencyClaim::effect)),
    CONFIDENTIALITY("confidentialReason", content -> content.confidentiality().reason()),
    LEGALITY("legality", content -> content.safeguards().legality()),
    NECESSITY("necessity", content -> content.safeguards().necessity()),
    PROPORTIONALITY("proportionality", content -> content.safeguards().proportionality()),
    REVIEWED_BY("reviewedBy", ofIssuance(Issuance::reviewedBy)),
    CERTIFIED_BY("certifiedBy", ofIssuance(Issuance::certifiedBy)),
    TARGETING("targeting", ofIssuance(Issuance::targeting)),
    REDRESS("redress", ofTakeDown(TakeDown::redress)),
    UNPRESERVED("unpreserved", ofTakeDown(TakeDown::unpreserved)),
    LEFT_OUT("missingReason", RequestContent::missingReason);

    private final String field;
    private final Function<RequestContent, String> text;

    FreeText(String field, Function<RequestContent, String> text) {
        this.field = field;
        this.text = text;
    }

    private static Function<RequestContent, String> ofEmergency(Function<EmergencyClaim, String> text) {
        return content -> content.emergency().map(text).orElse("");
    }

    private static Function<RequestContent, String> ofIssuance(Function<Issuance, String> text) {
        return content -> content.issuance().map(text).orElse("");
    }

    private static Function<RequestContent, String> ofTakeDown(Function<TakeDown, String> text) {
        return content -> content.takeDown().map(text).orElse("");
    }

    /** What the request says there; blank where it says nothing. */
    public String in(RequestContent content) {
        return text.apply(content);
    }

    /** The field of the draft in which it is written. */
    public String field() {
        return field;
    }

    /** As addresses and messages name it, such as {@code left-out}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FreeText> ofToken(String token) {
        return Arrays.stream(values()).filter(it -> it.token().equals(token)).findFirst();
    }

    static Optional<FreeText> ofField(String field) {
        return Arrays.stream(values()).filter(it -> it.field.equals(field)).findFirst();
    }

    /** Those in which the request says something. */
    public static List<FreeText> saidIn(RequestContent content) {
        return Arrays.stream(values()).filter(it -> !it.in(content).isBlank()).toList();
    }
}
