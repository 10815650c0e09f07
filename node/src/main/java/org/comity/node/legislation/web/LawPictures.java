package org.comity.node.legislation.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.law.Coverage;
import org.comity.law.ProvisionInLaw;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.law.Status;
import org.comity.node.atlas.Mark;
import org.comity.node.atlas.Picture;
import org.comity.node.atlas.View;
import org.comity.node.atlas.WorldMap;
import org.comity.node.legislation.Adherent;
import org.comity.node.legislation.Bond;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The maps of the law: each State with what is said of it in words, leading to its page on the same day. */
@Component
class LawPictures {

    private final WorldMap map;
    private final MessageSource words;

    LawPictures(WorldMap map, MessageSource words) {
        this.map = map;
        this.words = words;
    }

    /** Who is bound. */
    Picture ties(View view, List<Adherent> adherents, ChosenDate date, Locale locale) {
        Map<StateCode, Adherent> byState =
                adherents.stream().collect(Collectors.toMap(a -> a.state().code(), Function.identity()));
        return map.picture(
                view,
                state -> Optional.ofNullable(byState.get(state.code())).map(adherent -> mark(adherent, date, locale)));
    }

    /** Whose law covers a provision. */
    Picture coverage(View view, List<ProvisionInLaw> laws, ChosenDate date, Locale locale) {
        Map<StateCode, Coverage> byState =
                laws.stream().collect(Collectors.toMap(ProvisionInLaw::state, ProvisionInLaw::coverage));
        return map.picture(view, state -> {
            Coverage coverage = byState.getOrDefault(state.code(), Coverage.UNKNOWN);
            return Optional.of(new Mark(
                    coverage.code(),
                    state.name(locale.getLanguage()) + ": "
                            + words.getMessage("law.coverage." + coverage.code(), null, locale),
                    pageOf(state, date)));
        });
    }

    private static String pageOf(State state, ChosenDate date) {
        return "/law/states/" + state.code() + (date.today() ? "" : "?on=" + date.day());
    }

    private Mark mark(Adherent adherent, ChosenDate date, Locale locale) {
        String tie = words.getMessage("law.adherence." + adherent.adherence().code(), null, locale);
        String since = since(adherent)
                .map(day -> " "
                        + words.getMessage(
                                "law.instrument.since",
                                new Object[] {
                                    DateTimeFormatter.ofPattern("d MMM uuuu", locale)
                                            .format(day)
                                },
                                locale))
                .orElse("");
        return new Mark(
                adherent.adherence().code(),
                adherent.state().name(locale.getLanguage()) + ": " + tie + since,
                pageOf(adherent.state(), date));
    }

    private static Optional<LocalDate> since(Adherent adherent) {
        return adherent.bond().filter(Bond::binds).map(Bond::status).flatMap(Status::entryIntoForce);
    }
}
