package org.comity.node.forum.silence;

import java.time.Duration;
import java.util.List;
import org.comity.node.forum.mandate.Provenance;

/**
 * Under which rules a text may be adopted by silence. They are data, frozen into each procedure when it begins.
 *
 * @param minimum shortest time that the silence lasts
 * @param extensions how often the end may be moved
 * @param memberMayAskForTime whether an entitled member, and not only the chair, extends
 * @param withdrawal whether an objection may be withdrawn before the end, so that silence runs on
 * @param languages in which the text must be out before it begins
 * @param reminders how long before the end who has not spoken is reminded
 */
public record SilenceRules(
        String id,
        String name,
        Duration minimum,
        int extensions,
        boolean memberMayAskForTime,
        boolean withdrawal,
        List<String> languages,
        List<Duration> reminders,
        Provenance provenance) {

    public SilenceRules {
        languages = List.copyOf(languages);
        reminders = List.copyOf(reminders);
    }
}
