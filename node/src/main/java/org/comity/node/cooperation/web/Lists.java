package org.comity.node.cooperation.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.law.Provision;
import org.comity.law.Retention;
import org.comity.law.StateCode;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.settings.ComitySettings;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a person can choose from: States, and the offences that treaties name. */
@Component
class Lists {

    private static final int LONGEST_SUBJECT = 90;

    private final CurrentLaw law;
    private final Citations citations;
    private final Wording wording;
    private final StateCode own;

    Lists(CurrentLaw law, Citations citations, Wording wording, ComitySettings settings) {
        this.law = law;
        this.citations = citations;
        this.wording = wording;
        this.own = StateCode.of(settings.state());
    }

    /** All States but this one, by their names in the reader's language. */
    Map<String, String> states() {
        var others = allStates();
        others.remove(own.value());
        return others;
    }

    Map<String, String> allStates() {
        var language = LocaleContextHolder.getLocale().getLanguage();
        var states = new LinkedHashMap<String, String>();
        law.now().states().stream()
                .sorted(Comparator.comparing(state -> state.name(language)))
                .forEach(state -> states.put(
                        state.code().value(),
                        state.name(language) + " (" + state.code().value() + ")"));
        return states;
    }

    /** The State's name in the reader's language; its code where the data set doesn't know it. */
    String stateName(String code) {
        if (code.length() != 2) {
            return code;
        }
        return law.now()
                .state(StateCode.of(code))
                .map(state -> state.name(LocaleContextHolder.getLocale().getLanguage()))
                .orElse(code);
    }

    /** What kinds of provider there are, as far as that decides how long data is kept. */
    Map<String, String> holders() {
        return wording.choices(
                "holder", law.now().holders().stream().filter(holder -> !holder.equals(Retention.ANY_HOLDER)));
    }

    Map<String, String> offences() {
        var offences = new LinkedHashMap<String, String>();
        law.now().offences().forEach(id -> offences.put(id, offence(id)));
        return offences;
    }

    /** {@code ETS 185 art. 2: intentional access without right …}. */
    String offence(String id) {
        return law.now()
                .provision(id)
                .map(provision -> wording.of("offence.named", citations.of(id), subject(provision)))
                .orElseGet(() -> citations.of(id));
    }

    private String subject(Provision provision) {
        var subject = law.now().translations().title(provision).in(LocaleContextHolder.getLocale());
        if (subject.length() <= LONGEST_SUBJECT) {
            return subject;
        }
        return subject.substring(0, subject.lastIndexOf(' ', LONGEST_SUBJECT)) + " …";
    }
}
