package org.comity.node.legislation.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.comity.law.Authority;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.NationalLaw;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.Provision;
import org.comity.law.State;
import org.comity.node.legislation.Citation;

/** Lists everything of a law base that can be found. */
final class LawEntries {

    private final LawBase law;

    LawEntries(LawBase law) {
        this.law = law;
    }

    List<LawEntry> all() {
        List<LawEntry> entries = new ArrayList<>();
        law.states().forEach(state -> entries.add(of(state)));
        law.instruments().forEach(instrument -> {
            entries.add(of(instrument));
            instrument.provisions().forEach(provision -> entries.add(of(instrument, provision)));
        });
        law.states().forEach(state -> {
            law.authoritiesOf(state.code()).forEach(authority -> entries.add(of(state, authority)));
            law.nationalLaw(state.code()).ifPresent(national -> addLaw(entries, state, national));
        });
        return entries;
    }

    private static LawEntry of(State state) {
        Map<String, List<String>> names = new HashMap<>();
        state.names().forEach((language, name) -> names.put(language, List.of(name)));
        return new LawEntry(
                LawEntry.Kind.STATE,
                state.name(),
                "",
                "",
                page(state),
                names,
                Stream.of(state.code().value(), state.iso3(), state.m49())
                        .filter(key -> !key.isEmpty())
                        .map(key -> key.toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static LawEntry of(Instrument instrument) {
        String citation = Citation.of(instrument);
        return new LawEntry(
                LawEntry.Kind.INSTRUMENT,
                instrument.title(),
                citation,
                Stream.of("scope", "status", "depositary")
                        .flatMap(key -> instrument.text(key).stream())
                        .reduce("", LawEntries::sentence),
                "/law/instruments/" + instrument.id(),
                Map.of("en", List.of(instrument.shortTitle())),
                List.of(instrument.id(), citation.toLowerCase(Locale.ROOT)));
    }

    private static LawEntry of(Instrument instrument, Provision provision) {
        String citation = Citation.of(instrument, provision.article());
        return new LawEntry(
                LawEntry.Kind.PROVISION,
                provision.title(),
                citation,
                sentence(provision.subject(), provision.text("duties").orElse("")),
                "/law/instruments/" + instrument.id() + "#" + provision.id(),
                Map.of("en", List.of(instrument.shortTitle())),
                List.of(provision.id(), citation.toLowerCase(Locale.ROOT)));
    }

    private LawEntry of(State state, Authority authority) {
        Optional<Instrument> instrument = law.instrument(authority.instrument());
        return new LawEntry(
                LawEntry.Kind.AUTHORITY,
                authority.institution(),
                state.name(),
                authority.function() + " " + instrument.map(Citation::of).orElse(authority.instrument()),
                page(state) + "#contacts",
                namesOf(state),
                List.of());
    }

    private static void addLaw(List<LawEntry> entries, State state, NationalLaw national) {
        for (NationalProvision provision : national.provisions()) {
            Optional<NationalLaw.Act> act = national.act(provision.act());
            String where = act.map(NationalLaw.Act::title).orElse(provision.act())
                    + provision.article().map(article -> ", art. " + article).orElse("");
            Map<String, List<String>> names = namesOf(state);
            act.flatMap(NationalLaw.Act::originalTitle)
                    .ifPresent(title -> state.languages().stream()
                            .filter(Languages::has)
                            .forEach(language -> names.merge(
                                    language,
                                    List.of(title),
                                    (old, added) -> Stream.concat(old.stream(), added.stream())
                                            .toList())));
            act.flatMap(NationalLaw.Act::originalTitle).ifPresent(title -> names.put("original", List.of(title)));
            entries.add(new LawEntry(
                    LawEntry.Kind.NATIONAL_LAW,
                    provision.heading(),
                    state.name() + ": " + where,
                    provision.summary(),
                    page(state) + "#law",
                    names,
                    List.of()));
        }
    }

    private static Map<String, List<String>> namesOf(State state) {
        Map<String, List<String>> names = new HashMap<>();
        SequencedSet<String> languages = new LinkedHashSet<>(state.names().keySet());
        languages.forEach(language -> names.put(language, List.of(state.name(language))));
        return names;
    }

    private static String page(State state) {
        return "/law/states/" + state.code();
    }

    private static String sentence(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + ". " + other;
    }
}
