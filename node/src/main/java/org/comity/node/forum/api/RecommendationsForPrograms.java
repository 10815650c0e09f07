package org.comity.node.forum.api;

import static org.comity.node.forum.api.MeetingsForPrograms.day;
import static org.comity.node.forum.api.MeetingsForPrograms.matched;
import static org.comity.node.forum.api.MeetingsForPrograms.tag;
import static org.comity.node.forum.api.MeetingsForPrograms.text;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.node.forum.ForumAccess;
import org.comity.node.forum.ForumRefused;
import org.comity.node.forum.KeepingRecommendations;
import org.comity.node.forum.StateNames;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.recommendation.Compilation;
import org.comity.node.forum.recommendation.DrawnFigure;
import org.comity.node.forum.recommendation.Recommendation;
import org.comity.node.forum.recommendation.RecommendationLife.Event;
import org.comity.node.frame.Described;
import org.comity.node.frame.Listed;
import org.comity.node.frame.OneOf;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.kept.Held;
import org.comity.node.measured.Gauge;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** Recommendations from proposal to adoption, and the compilation of them. */
@RestController
@RequestMapping("/api/v1/forum/recommendations")
class RecommendationsForPrograms {

    private final KeepingRecommendations keeping;
    private final StateNames names;
    private final CurrentPerson current;
    private final boolean exercise;

    RecommendationsForPrograms(
            KeepingRecommendations keeping, StateNames names, CurrentPerson current, ComitySettings settings) {
        this.keeping = keeping;
        this.names = names;
        this.current = current;
        this.exercise = settings.exercise();
    }

    /** @param proposers null for who may only know how many there are, as with the other two lists of parties */
    record ForumRecommendation(
            String id,
            String meeting,
            String theme,
            String text,
            List<String> addressees,
            @OneOf(Recommendation.State.class) String state,
            int proposedBy,
            int supportedBy,
            int disputedBy,
            @Nullable List<String> proposers,
            @Nullable List<String> supporters,
            @Nullable List<String> disputers,
            List<String> merged,
            String into,
            List<String> provisions,
            List<String> gaps,
            List<String> statistics,
            List<ForumFigure> figures,
            String basis,
            String source) {}

    /** @param what gauge, or State and instrument @param source where it can be looked up */
    record ForumFigure(
            @OneOf(DrawnFigure.Kind.class) String kind,
            String what,
            double value,
            @OneOf(Gauge.Unit.class) String unit,
            int cases,
            LocalDate from,
            LocalDate until,
            String edition,
            String source,
            Instant at) {

        static ForumFigure of(DrawnFigure it) {
            return new ForumFigure(
                    it.kind().token(),
                    it.what(),
                    it.value(),
                    it.unit(),
                    it.cases(),
                    it.from(),
                    it.until(),
                    it.edition(),
                    it.source(),
                    it.at());
        }
    }

    /** Either a gauge with its days, or a State and an instrument whose gaps are counted. */
    record FigureToDraw(
            @Nullable @OneOf(Gauge.class) String gauge,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String state,
            @Nullable String instrument) {}

    record CompiledTheme(String theme, List<CompiledEntry> entries) {}

    record CompiledEntry(String letter, String recommendation, String text) {}

    /** @param proposer who said so, where rapporteur or secretariat note it */
    record Proposed(
            String meeting,
            String theme,
            String text,
            @Nullable List<String> addressees,
            @Nullable String proposer) {}

    /** @param wording that the delegation would prefer */
    record Taken(boolean supports, @Nullable String wording) {}

    record Linked(
            @Nullable List<String> provisions,
            @Nullable List<String> gaps,
            @Nullable List<String> statistics) {}

    /** @param recommendations two or more ids */
    record Merging(List<String> recommendations, String text) {}

    @Described("Recommendations, 50 a page")
    @GetMapping
    ResponseEntity<Listed<ForumRecommendation>> forumRecommendations(
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String meeting,
            @RequestParam(defaultValue = "1") int page) {
        return Listed.of(
                keeping.all().stream()
                        .filter(it -> theme.isEmpty() || it.theme().equals(theme))
                        .filter(it -> meeting.isEmpty() || it.meeting().equals(meeting))
                        .map(this::json)
                        .toList(),
                page,
                exercise);
    }

    @Described("The compilation by themes, of one meeting or of all")
    @GetMapping("/compilation")
    List<CompiledTheme> forumCompilation(@RequestParam(defaultValue = "") String meeting) {
        return keeping.compilation(meeting).parts().stream()
                .map(part -> new CompiledTheme(
                        part.theme(),
                        part.entries().stream()
                                .map(RecommendationsForPrograms::entry)
                                .toList()))
                .toList();
    }

    private static CompiledEntry entry(Compilation.Entry it) {
        return new CompiledEntry(
                it.letter(), it.recommendation().id(), it.recommendation().text());
    }

    @Described("A recommendation")
    @GetMapping("/{id}")
    ResponseEntity<ForumRecommendation> forumRecommendation(@PathVariable String id) {
        var held = find(id);
        return ResponseEntity.ok().eTag(tag(held)).body(json(held.it()));
    }

    @Described(value = "Proposes a recommendation, or notes one that a delegation made", answer = 201)
    @PostMapping
    ResponseEntity<ForumRecommendation> proposeForumRecommendation(@RequestBody Proposed said) {
        var proposer = text(said.proposer());
        var made = keeping.propose(
                current.require(),
                text(said.meeting()),
                text(said.theme()),
                text(said.text()),
                said.addressees() == null ? List.of() : said.addressees(),
                proposer.isEmpty() ? Optional.empty() : Optional.of(party(names, proposer, "proposer")));
        return created(made);
    }

    private ResponseEntity<ForumRecommendation> created(Recommendation made) {
        return ResponseEntity.created(URI.create("/api/v1/forum/recommendations/" + made.id()))
                .eTag(tag(find(made.id())))
                .body(json(made));
    }

    @Described(value = "Supports or disputes a recommendation for the caller’s delegation", decides = true)
    @PutMapping("/{id}/position")
    ResponseEntity<ForumRecommendation> takeForumPosition(@PathVariable String id, @RequestBody Taken said) {
        keeping.take(current.require(), find(id).it().id(), said.supports(), text(said.wording()));
        return forumRecommendation(id);
    }

    @Described(value = "Takes the delegation’s position back", decides = true)
    @DeleteMapping("/{id}/position")
    ResponseEntity<ForumRecommendation> leaveForumPosition(@PathVariable String id) {
        keeping.leavePosition(current.require(), find(id).it().id());
        return forumRecommendation(id);
    }

    @Described("Links a recommendation to provisions, gaps and figures; what is left out stays")
    @PutMapping("/{id}/links")
    ResponseEntity<ForumRecommendation> linkForumRecommendation(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Linked said) {
        var held = find(id);
        matched(held, ifMatch);
        keeping.link(
                current.require(),
                id,
                said.provisions() == null ? held.it().provisions() : said.provisions(),
                said.gaps() == null ? held.it().gaps() : said.gaps(),
                said.statistics() == null ? held.it().statistics() : said.statistics());
        return forumRecommendation(id);
    }

    @Described("Draws a number of this node that speaks for it, as it stands now")
    @PostMapping("/{id}/figures")
    ResponseEntity<ForumRecommendation> drawForumFigure(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody FigureToDraw said) {
        matched(find(id), ifMatch);
        if (text(said.state()).isEmpty()) {
            keeping.drawMeasured(
                    current.require(), id, text(said.gauge()), day(said.from(), "from"), day(said.until(), "until"));
        } else {
            keeping.drawGaps(current.require(), id, text(said.state()), text(said.instrument()));
        }
        return forumRecommendation(id);
    }

    @Described("Drops a drawn number, counted from 0")
    @DeleteMapping("/{id}/figures/{place}")
    ResponseEntity<ForumRecommendation> dropForumFigure(
            @PathVariable String id,
            @PathVariable int place,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        matched(find(id), ifMatch);
        keeping.dropFigure(current.require(), id, place);
        return forumRecommendation(id);
    }

    @Described(value = "Makes one recommendation of several", answer = 201)
    @PostMapping("/merged")
    ResponseEntity<ForumRecommendation> mergeForumRecommendations(@RequestBody Merging said) {
        var all = said.recommendations() == null ? new ArrayList<String>() : said.recommendations();
        return created(keeping.merge(current.require(), all, text(said.text())));
    }

    @Described(
            value = "Compiles, adopts, rejects, withdraws, separates or opens a recommendation again",
            decides = true)
    @PostMapping("/{id}/life/{event}")
    ResponseEntity<ForumRecommendation> moveForumRecommendation(
            @PathVariable String id,
            @PathVariable @OneOf(Event.class) String event,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        matched(find(id), ifMatch);
        keeping.happen(
                current.require(),
                id,
                Event.of(event).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return forumRecommendation(id);
    }

    private ForumRecommendation json(Recommendation it) {
        var named = ForumAccess.maySeeRestricted(current.require());
        return new ForumRecommendation(
                it.id(),
                it.meeting(),
                it.theme(),
                it.text(),
                it.addressees(),
                it.state().token(),
                it.proposers().size(),
                it.supporters().size(),
                it.disputers().size(),
                named ? words(it.proposers()) : null,
                named ? words(it.supporters()) : null,
                named ? words(it.disputers()) : null,
                it.merged(),
                it.into(),
                it.provisions(),
                it.gaps(),
                it.statistics(),
                it.figures().stream().map(ForumFigure::of).toList(),
                it.provenance().basis(),
                it.provenance().source());
    }

    private static List<String> words(List<Party> parties) {
        return parties.stream().map(Party::toString).toList();
    }

    static Party party(StateNames names, String text, String field) {
        return Party.of(text.strip())
                .filter(it -> !it.kind().isState() || names.knows(it.name()))
                .orElseThrow(() -> new ForumRefused(field, Said.of("forum.refused.party", text)));
    }

    private Held<Recommendation> find(String id) {
        return keeping.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
