package org.comity.node.legislation.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.Provision;
import org.comity.law.State;
import org.comity.law.source.Fault;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.Citation;
import org.comity.node.legislation.change.ChangeRefused;
import org.comity.node.legislation.change.Kind;
import org.comity.node.legislation.change.Proposal;
import org.comity.node.legislation.change.ProposedRow;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words for changes of law, in the reader's language. */
@Component
class ChangeWords {

    private static final String PREFIX = "law.change.";
    private static final int LONGEST_SUBJECT = 70;

    private final MessageSource messages;
    private final CurrentLaw law;

    ChangeWords(MessageSource messages, CurrentLaw law) {
        this.messages = messages;
        this.law = law;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage(PREFIX + key, arguments, locale());
    }

    /** The words under this key, if the bundle has any. */
    Optional<String> find(String key) {
        return Optional.ofNullable(messages.getMessage(PREFIX + key, null, "", locale()))
                .filter(text -> !text.isEmpty());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    String refusal(ChangeRefused refused) {
        return of("refused." + refused.reason(), refused.detail());
    }

    /** What is wrong in a field, and which. */
    String fault(Fault fault) {
        return fault.column().isEmpty() ? fault.wrong() : of("fault", label(fault.column()), fault.wrong());
    }

    String label(Kind kind, String column) {
        return find("field." + kind + "." + column).orElseGet(() -> label(column));
    }

    String label(String column) {
        return find("field." + column).orElse(column);
    }

    Optional<String> hint(Kind kind, String column) {
        return find("hint." + kind + "." + column).or(() -> find("hint." + column));
    }

    /** A cell as people read it: a State by its name, a code by its words. */
    String cell(String column, String text) {
        if (text.isEmpty()) {
            return "";
        }
        return switch (column) {
            case "state" -> stateName(text);
            case "instrument" -> instrumentName(text);
            case "maps_to" -> provisionName(text);
            default -> find("word." + column + "." + text).orElse(text);
        };
    }

    Map<String, String> kinds(List<Kind> kinds) {
        Map<String, String> words = new LinkedHashMap<>();
        kinds.forEach(kind -> words.put(kind.name(), of("kind." + kind)));
        return words;
    }

    Map<String, String> words(String column, List<String> codes) {
        Map<String, String> words = new LinkedHashMap<>();
        codes.forEach(
                code -> words.put(code, find("word." + column + "." + code).orElse(code)));
        return words;
    }

    Map<String, String> states() {
        String language = locale().getLanguage();
        return law.now().states().stream()
                .sorted(Comparator.comparing(state -> state.name(language), Collator.getInstance(locale())))
                .collect(Collectors.toMap(
                        state -> state.code().value(),
                        state -> state.name(language) + " (" + state.code() + ")",
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    Map<String, String> instruments() {
        return law.now().instruments().stream()
                .collect(Collectors.toMap(
                        Instrument::id,
                        instrument -> Citation.of(instrument) + " – " + instrument.shortTitle(),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    /** What national law can be set against. */
    Map<String, String> provisions() {
        LawBase now = law.now();
        Map<String, String> provisions = new LinkedHashMap<>();
        now.instruments().stream()
                .flatMap(instrument -> instrument.provisions().stream())
                .map(Provision::id)
                .forEach(id -> provisions.put(id, provisionName(id)));
        now.offences().forEach(id -> provisions.putIfAbsent(id, provisionName(id)));
        return provisions;
    }

    String stateName(String code) {
        return law.now().states().stream()
                .filter(state -> state.code().value().equals(code))
                .findFirst()
                .map(this::stateName)
                .orElse(code);
    }

    String stateName(State state) {
        return state.name(locale().getLanguage());
    }

    String instrumentName(String id) {
        return law.now().instrument(id).map(Instrument::shortTitle).orElse(id);
    }

    String provisionName(String id) {
        LawBase now = law.now();
        return now.provision(id)
                .map(provision -> now.instrument(provision.instrument())
                                .map(instrument -> Citation.of(instrument, provision.article()))
                                .orElse(id)
                        + ": " + shortened(provision.title()))
                .orElseGet(() -> find("word.maps_to." + id).orElse(id));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SUBJECT
                ? text
                : text.substring(0, Math.max(text.lastIndexOf(' ', LONGEST_SUBJECT), 20)) + " …";
    }

    /** What a proposal is about, in one line. */
    String title(Proposal proposal) {
        return switch (proposal.kind()) {
            case IMPORT -> of("title.IMPORT", proposal.rows().size(), someStates(proposal));
            case REVERT -> of("title.REVERT");
            case STATUS,
                    DECLARATION,
                    WITHDRAWAL,
                    PROVISION,
                    PENALTY,
                    REPEAL,
                    AUTHORITY,
                    AUTHORITY_END,
                    ENTRY_INTO_FORCE,
                    DRAFT_BILL -> title(proposal.row());
        };
    }

    private String title(ProposedRow row) {
        String state = row.cell("state").isEmpty() ? "" : stateName(row.cell("state"));
        String instrument = row.cell("instrument").isEmpty() ? "" : instrumentName(row.cell("instrument"));
        String subject = switch (row.kind()) {
            case STATUS, AUTHORITY, AUTHORITY_END, ENTRY_INTO_FORCE -> instrument;
            case DECLARATION, WITHDRAWAL ->
                row.cell("article").isEmpty() ? instrument : of("title.article", row.cell("article"), instrument);
            case PROVISION, PENALTY, REPEAL -> row.cell("maps_to").isEmpty() ? "" : provisionName(row.cell("maps_to"));
            case DRAFT_BILL -> row.cell("title");
            case IMPORT, REVERT -> "";
        };
        String what = what(row);
        String about = state.isEmpty() || subject.isEmpty() ? state + subject : of("title.about", state, subject);
        return about.isEmpty() ? what : of("title.of", about, what);
    }

    /** Of a tie, what happened to it; of the rest, the kind. */
    private String what(ProposedRow row) {
        if (row.kind() != Kind.STATUS || row.cell("method").isEmpty()) {
            return of("kind." + row.kind());
        }
        return row.cell("bound_until").isEmpty() ? cell("method", row.cell("method")) : of("title.end");
    }

    private String someStates(Proposal proposal) {
        List<String> states = proposal.states();
        String named = states.stream().limit(3).map(this::stateName).collect(Collectors.joining(", "));
        return states.size() > 3 ? named + " …" : named;
    }
}
