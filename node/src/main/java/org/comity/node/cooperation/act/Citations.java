package org.comity.node.cooperation.act;

import java.util.Locale;
import java.util.Optional;
import org.comity.law.Instrument;
import org.comity.law.Text;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** How provisions and instruments are cited, and what they say in the reader's language. */
@Component
public class Citations {

    private static final String POLICY = "policy";

    private final CurrentLaw law;
    private final Wording wording;

    Citations(CurrentLaw law, Wording wording) {
        this.law = law;
        this.wording = wording;
    }

    /** {@code ETS 185 art. 29(5)(a)} for {@code ets185:29(5)(a)}; an aim of this node says so; what is no provision is given back as it is. */
    public String of(String provision) {
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
                .map(instrument -> instrument.text("symbol").isEmpty()
                        ? inWords(law.now().translations().shortTitle(instrument)) + ", "
                                + article.replace(',', ' ').replace('-', ' ')
                        : symbol(instrument) + " art. " + article)
                .orElse(article.replace('-', ' '));
    }

    /** What the provision is about, as a sentence begins. */
    public Optional<String> title(String provision) {
        return law.now()
                .provision(provision)
                .map(it -> sentence(law.now().translations().title(it)));
    }

    public Optional<String> instrument(String id) {
        return law.now()
                .instrument(id)
                .map(it -> sentence(law.now().translations().shortTitle(it)));
    }

    public String ground(PlannedRoute.RefusalGround ground) {
        return inWords(law.now().translations().ground(ground.id(), ground.text()));
    }

    /** Something that a request must say. */
    public String element(String id, String english) {
        return inWords(law.now().translations().element(id, english));
    }

    /** What must have happened in time. */
    public String deadline(PlannedRoute.Deadline deadline) {
        return inWords(law.now().translations().what(deadline.provision(), deadline.what()));
    }

    private static String sentence(Text text) {
        return StringUtils.capitalize(inWords(text));
    }

    private static String inWords(Text text) {
        return text.in(LocaleContextHolder.getLocale());
    }

    private static String symbol(Instrument instrument) {
        return instrument
                .text("symbol")
                .filter(symbol -> symbol.matches("C?ETS \\d+"))
                .orElseGet(() -> instrument.id().toUpperCase(Locale.ROOT));
    }
}
