package org.comity.node.cooperation.web;

import java.util.List;
import java.util.stream.Collectors;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.DraftSaved;

/** Who changed a draft, when and in what, while someone else wrote on it. */
record Meanwhile(List<String> savings) {

    static Meanwhile of(ActRefused.ChangedMeanwhile changed, Wording wording) {
        return new Meanwhile(changed.savings().stream()
                .map(saved -> wording.of(
                        saved.parts().isEmpty() ? "changed.saved" : "changed.by",
                        saved.by(),
                        Moment.of(saved.at()).text(),
                        parts(saved, wording)))
                .toList());
    }

    private static String parts(DraftSaved saved, Wording wording) {
        return saved.parts().stream()
                .map(part -> wording.of("section." + part.token()))
                .collect(Collectors.joining(", "));
    }
}
