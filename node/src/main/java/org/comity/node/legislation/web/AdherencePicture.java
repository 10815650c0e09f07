package org.comity.node.legislation.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.law.StateCode;
import org.comity.law.Status;
import org.comity.node.legislation.Adherent;
import org.comity.node.legislation.Bond;
import org.comity.node.legislation.atlas.Mark;
import org.comity.node.legislation.atlas.Picture;
import org.comity.node.legislation.atlas.View;
import org.comity.node.legislation.atlas.WorldMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The map of who is bound: each State with its tie in words, leading to its page on the same day. */
@Component
class AdherencePicture {

    private final WorldMap map;
    private final MessageSource words;

    AdherencePicture(WorldMap map, MessageSource words) {
        this.map = map;
        this.words = words;
    }

    Picture of(View view, List<Adherent> adherents, ChosenDate date, Locale locale) {
        Map<StateCode, Adherent> byState =
                adherents.stream().collect(Collectors.toMap(a -> a.state().code(), Function.identity()));
        return map.picture(
                view,
                state -> Optional.ofNullable(byState.get(state.code())).map(adherent -> mark(adherent, date, locale)));
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
                adherent.state().name() + ": " + tie + since,
                "/law/states/" + adherent.state().code() + (date.today() ? "" : "?on=" + date.day()));
    }

    private static Optional<LocalDate> since(Adherent adherent) {
        return adherent.bond().filter(Bond::binds).map(Bond::status).flatMap(Status::entryIntoForce);
    }
}
