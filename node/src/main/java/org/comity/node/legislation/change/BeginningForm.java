package org.comity.node.legislation.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.stereotype.Service;

/** What a form holds before anybody has typed: the fact that a link is about, as it stands. */
@Service
public class BeginningForm {

    private final CurrentLaw law;

    BeginningForm(CurrentLaw law) {
        this.law = law;
    }

    /** The kinds of change that fit what the link is about; all where it is about nothing that is known. */
    public List<Kind> kinds(String about) {
        return Prefill.Subject.of(about).map(Prefill.Subject::kinds).orElseGet(Prefill.Subject::offered);
    }

    /** Cells by column, with where, when and how sure left to be said anew. */
    public Map<String, String> cells(Kind kind, String about) {
        Optional<Prefill.Subject> subject = Prefill.Subject.of(about);
        if (subject.isEmpty()) {
            return Map.of();
        }
        Map<String, String> key = subject.get().key();
        Map<String, String> cells = new HashMap<>(key);
        cells.keySet().retainAll(kind.columns());
        Prefill.standing(law.now(), kind, key).ifPresent(cells::putAll);
        return cells;
    }
}
