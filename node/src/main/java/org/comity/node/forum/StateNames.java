package org.comity.node.forum;

import java.time.LocalDate;
import java.util.List;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.node.forum.mandate.Provenance;
import org.comity.node.forum.meeting.Party;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.stereotype.Component;

/** What a State was called on a day: the name of today from the law base, and the earlier ones that ship with the forum. */
@Component
public class StateNames {

    private record Earlier(String state, LocalDate until, String name, String article, Provenance provenance) {}

    private final CurrentLaw law;
    private final List<Earlier> earlier;

    StateNames(CurrentLaw law) {
        this.law = law;
        this.earlier = Library.read("names.yaml", Earlier.class);
    }

    /** In English, as inside a sentence: “the Netherlands”. */
    public String inSentence(String code, LocalDate on) {
        return earlier.stream()
                .filter(it -> it.state.equals(code) && !it.until.isBefore(on))
                .findFirst()
                .map(it -> it.article.isEmpty() ? it.name : it.article + " " + it.name)
                .orElseGet(() -> find(code, State::nameInSentence));
    }

    /** On a day, in one of the six languages; earlier names are known in English only. */
    public String on(String code, LocalDate on, String language) {
        return earlier.stream()
                .filter(it -> language.equals("en") && it.state.equals(code) && !it.until.isBefore(on))
                .findFirst()
                .map(Earlier::name)
                .orElseGet(() -> today(code, language));
    }

    public String today(String code, String language) {
        return find(code, state -> state.name(language));
    }

    public String of(Party party, String language) {
        return party.kind().isState() || party.kind() == Party.Kind.UNION
                ? today(party.name(), language)
                : party.name();
    }

    public boolean knows(String code) {
        return code.matches("[A-Z]{2}") && law.now().state(StateCode.of(code)).isPresent();
    }

    /** A code, or the name of whatever it names. */
    private String find(String code, java.util.function.Function<State, String> name) {
        return code.matches("[A-Z]{2}")
                ? law.now().state(StateCode.of(code)).map(name).orElse(code)
                : code;
    }
}
