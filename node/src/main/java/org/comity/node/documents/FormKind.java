package org.comity.node.documents;

import java.util.Arrays;
import java.util.Locale;

/** The forms there are. The fields of each stand in {@code documents/forms.yaml} under its token. */
public enum FormKind {
    PRESERVATION,
    SUBSCRIBER_MLA,
    MUTUAL_ASSISTANCE,
    DOMAIN_REGISTRATION,
    SUBSCRIBER_ORDER,
    ORDER_GIVEN_EFFECT,
    EMERGENCY_DISCLOSURE,
    EMERGENCY_MLA,
    PRODUCTION_ORDER,
    PRESERVATION_ORDER,
    IMPOSSIBILITY,
    VOLUNTARY_DISCLOSURE,
    VOLUNTARY_PRESERVATION,
    NATIONAL_ORDER,
    AGREEMENT_ORDER,
    PROVIDER_EMERGENCY,
    ORDER_AGAINST_CONTENT,
    ORDER_TO_INFORM,
    REMOVAL_ORDER,
    CONTENT_NOTICE,
    INFORMATION_OFFER,
    INFORMATION_TRANSMISSION,
    EXTENSION,
    WITHDRAWAL,
    ANSWER;

    /** As data files and messages name it. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public FormTemplate template() {
        return FormTemplates.SHIPPED.of(this);
    }

    static FormKind ofToken(String token) {
        return Arrays.stream(values())
                .filter(kind -> kind.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no form \"" + token + "\"."));
    }
}
