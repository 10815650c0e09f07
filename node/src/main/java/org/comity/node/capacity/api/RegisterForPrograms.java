package org.comity.node.capacity.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.node.capacity.KeepingRegister;
import org.comity.node.capacity.Looking;
import org.comity.node.capacity.MatchingNeeds;
import org.comity.node.capacity.PublishingAssistance;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Kind;
import org.comity.node.frame.Described;
import org.comity.node.frame.EntityTag;
import org.comity.node.frame.Listed;
import org.comity.node.gazette.GazetteAddresses;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.kept.Held;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The register for programs: the same fields as on the pages, by their names. */
@RestController
@RequestMapping("/api/v1/capacity/register")
class RegisterForPrograms {

    private final KeepingRegister register;
    private final PublishingAssistance publishing;
    private final MatchingNeeds matching;
    private final CurrentPerson current;
    private final MessageSource words;
    private final boolean exercise;

    RegisterForPrograms(
            KeepingRegister register,
            PublishingAssistance publishing,
            MatchingNeeds matching,
            CurrentPerson current,
            MessageSource words,
            ComitySettings settings) {
        this.register = register;
        this.publishing = publishing;
        this.matching = matching;
        this.current = current;
        this.words = words;
        this.exercise = settings.exercise();
    }

    /**
     * @param fields each a list of values
     * @param ended why it no longer stands; empty while it does
     * @param note where the signed note stands that made it public; null where there is none
     * @param shipped it came with the node and was not changed here
     */
    record RegisterEntry(
            String id,
            String kind,
            Map<String, List<String>> fields,
            String ended,
            @Nullable String note,
            long version,
            boolean shipped,
            boolean exercise) {}

    private RegisterEntry json(Kind kind, Held<Entry> held) {
        var fields = new LinkedHashMap<String, List<String>>();
        kind.fields().stream()
                .filter(field -> held.it().cells().containsKey(field.name()))
                .forEach(field -> fields.put(
                        field.name(),
                        field.isMany()
                                ? held.it().parts(field.name())
                                : List.of(held.it().cell(field.name()))));
        return new RegisterEntry(
                held.it().id(),
                kind.token(),
                fields,
                held.it().ended(),
                publishing
                        .noteOf(kind, held.it().id())
                        .map(GazetteAddresses::of)
                        .orElse(null),
                held.version(),
                held.isShipped(),
                exercise);
    }

    /** @param fields each a list of values; one that is not named is empty */
    record RegisterFields(Map<String, List<String>> fields) {}

    /** @param why it no longer stands */
    record RegisterEnding(String why) {}

    /** @param because why there are so many points, or none */
    record MatchPart(String rule, int points, String because) {}

    /** @param overlaps ids of projects that may do it already */
    record MatchedHelp(
            String kind,
            String id,
            String title,
            String provider,
            int score,
            List<MatchPart> parts,
            List<String> overlaps) {}

    @Described(
            "Entries of a kind: needs, offers, projects, courses, experts, practices, campaigns, prevention, sessions, runs")
    @GetMapping("/{kind}")
    ResponseEntity<Listed<RegisterEntry>> entries(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(defaultValue = "false") boolean running,
            @RequestParam(defaultValue = "1") int page) {
        var of = kind(kind);
        var found = register.find(of, new Looking(text, theme, state, language, institution, String.valueOf(running)));
        return Listed.of(found.stream().map(held -> json(of, held)).toList(), page, exercise);
    }

    @Described("An entry")
    @GetMapping("/{kind}/{id}")
    ResponseEntity<RegisterEntry> entry(@PathVariable String kind, @PathVariable String id) {
        return answer(kind(kind), find(kind(kind), id));
    }

    @Described(value = "Makes an entry", answer = 201)
    @PostMapping("/{kind}")
    ResponseEntity<RegisterEntry> enterEntry(@PathVariable String kind, @RequestBody RegisterFields entry) {
        var of = kind(kind);
        var made = register.enter(current.require(), of, entry.fields());
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/capacity/register/" + kind + "/" + made.id())
                .header(HttpHeaders.ETAG, EntityTag.of(1).toString())
                .body(json(of, new Held<>(made, 1)));
    }

    @Described("Changes an entry; all of its fields are sent")
    @PutMapping("/{kind}/{id}")
    ResponseEntity<RegisterEntry> changeEntry(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RegisterFields entry) {
        var of = kind(kind);
        var version = find(of, id).version();
        EntityTag.of(version).mustMatch(ifMatch);
        return answer(of, register.change(current.require(), of, id, version, entry.fields()));
    }

    @Described("Says that an entry no longer stands, and why; its signed note is taken back")
    @PostMapping("/{kind}/{id}/end")
    ResponseEntity<RegisterEntry> endEntry(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RegisterEnding ending) {
        var of = kind(kind);
        var version = find(of, id).version();
        EntityTag.of(version).mustMatch(ifMatch);
        register.end(current.require(), of, id, version, ending.why());
        return answer(of, find(of, id));
    }

    @Described(value = "Makes a need or an offer public as a signed note", answer = 201, decides = true)
    @PostMapping("/{kind}/{id}/note")
    ResponseEntity<RegisterEntry> publishEntry(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var of = kind(kind);
        EntityTag.of(find(of, id).version()).mustMatch(ifMatch);
        var note = publishing.publish(current.require(), of, id);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, GazetteAddresses.of(note))
                .body(json(of, find(of, id)));
    }

    @Described("What fits a need, the best first, with each rule's part in the score")
    @GetMapping("/needs/{id}/matches")
    List<MatchedHelp> matches(@PathVariable String id, Locale locale) {
        return matching.matches(find(Kind.NEED, id).it()).stream()
                .map(match -> new MatchedHelp(
                        match.candidate().kind().token(),
                        match.candidate().id(),
                        match.candidate().title(),
                        match.candidate().provider(),
                        match.score(),
                        match.parts().stream()
                                .map(part -> new MatchPart(
                                        part.rule().token(), part.points(), words.getMessage(part.said(), locale)))
                                .toList(),
                        match.overlaps().stream().map(it -> it.id()).toList()))
                .toList();
    }

    private ResponseEntity<RegisterEntry> answer(Kind kind, Held<Entry> held) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, EntityTag.of(held.version()).toString())
                .body(json(kind, held));
    }

    private Held<Entry> find(Kind kind, String id) {
        return register.find(kind, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Kind kind(String plural) {
        return Kind.ofPlural(plural).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
