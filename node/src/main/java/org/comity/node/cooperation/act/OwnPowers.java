package org.comity.node.cooperation.act;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.law.NationalLaw;
import org.comity.law.StateCode;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.settings.ComitySettings;
import org.springframework.stereotype.Component;

/** What the data set knows of a State's own powers, first of all this one's; a person checks the text before relying on it. */
@Component
public class OwnPowers {

    /** Expedited preservation of stored data: the power that ETS 185 asks every Party to have. */
    private static final String PRESERVATION = "ets185:16";

    private final CurrentLaw law;
    private final StateCode own;
    private final Clock clock;

    OwnPowers(CurrentLaw law, ComitySettings settings, Clock clock) {
        this.law = law;
        this.own = StateCode.of(settings.state());
        this.clock = clock;
    }

    public Optional<String> toPreserve() {
        return toPreserve(own);
    }

    /** The same of another State, whose own authorities know better. */
    public Optional<String> toPreserve(String state) {
        return toPreserve(StateCode.of(state));
    }

    /** Acts and articles in force today, such as {@code Marco Civil da Internet, art. 13(2), 15(2)}; empty when unknown. */
    private Optional<String> toPreserve(StateCode state) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return law.now()
                .nationalLaw(state)
                .map(national -> national.on(PRESERVATION, today).stream()
                        .filter(NationalLaw.NationalProvision::covers)
                        .map(provision -> cited(national, provision))
                        .distinct()
                        .collect(Collectors.joining("; ")))
                .filter(text -> !text.isEmpty());
    }

    private static String cited(NationalLaw national, NationalLaw.NationalProvision provision) {
        var act = national.act(provision.act());
        var title = act.map(NationalLaw.Act::title).orElse(provision.act());
        return Stream.concat(Stream.of(title), provision.article().map(article -> "art. " + article).stream())
                .collect(Collectors.joining(", "));
    }
}
