package org.comity.node.cooperation.web;

import java.util.Locale;
import org.comity.law.Instrument;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.stereotype.Component;

/** How provisions and instruments are cited beside a statement. */
@Component
class Citations {

    private static final String POLICY = "policy";

    private final CurrentLaw law;
    private final Wording wording;

    Citations(CurrentLaw law, Wording wording) {
        this.law = law;
        this.wording = wording;
    }

    /** {@code ETS 185 art. 29(5)(a)} for {@code ets185:29(5)(a)}; an aim of this node says so; what is no provision is given back as it is. */
    String of(String provision) {
        var colon = provision.indexOf(':');
        if (colon < 0) {
            return provision;
        }
        var instrumentId = provision.substring(0, colon);
        var article = provision.substring(colon + 1);
        if (instrumentId.equals(POLICY)) {
            return wording.of(POLICY, article.replace('-', ' '));
        }
        return law.now()
                .instrument(instrumentId)
                .map(instrument -> symbol(instrument) + " art. " + article)
                .orElse(article.replace('-', ' '));
    }

    private static String symbol(Instrument instrument) {
        return instrument
                .text("symbol")
                .filter(symbol -> symbol.matches("C?ETS \\d+"))
                .orElseGet(() -> instrument.id().toUpperCase(Locale.ROOT));
    }
}
