package org.comity.node.capacity.api;

import java.util.List;
import org.comity.node.capacity.MatchingNeeds;
import org.comity.node.capacity.matching.Pairing;
import org.comity.node.capacity.register.Kind;
import org.comity.node.frame.Described;
import org.comity.node.frame.EntityTag;
import org.comity.node.frame.Listed;
import org.comity.node.frame.OneOf;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.kept.Held;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Needs with the help that was proposed for them, and what became of it. */
@RestController
@RequestMapping("/api/v1/capacity")
class PairingsForPrograms {

    private final MatchingNeeds matching;
    private final CurrentPerson current;
    private final boolean exercise;

    PairingsForPrograms(MatchingNeeds matching, CurrentPerson current, ComitySettings settings) {
        this.matching = matching;
        this.current = current;
        this.exercise = settings.exercise();
    }

    /** @param kind of the help, {@code offer} or {@code course} @param help its id */
    record Proposal(String kind, String help) {}

    /** @param said reason of a refusal, or the report; left out where there is nothing to say */
    record PairingAnswer(@Nullable String said) {}

    record PairingStep(String act, String by, String at, String said) {}

    /** @param score as it was when it was proposed @param overlaps titles of projects that ran then @param acts that are open */
    record PairingJson(
            String id,
            String need,
            String kind,
            String help,
            String title,
            String provider,
            int score,
            List<String> overlaps,
            @OneOf(Pairing.State.class) String state,
            @OneOf(Pairing.Act.class) List<String> acts,
            List<PairingStep> steps,
            long version,
            boolean exercise) {}

    private PairingJson json(Held<Pairing> held) {
        var it = held.it();
        return new PairingJson(
                it.id(),
                it.need(),
                it.kind(),
                it.help(),
                it.title(),
                it.provider(),
                it.score(),
                it.overlaps(),
                it.state().token(),
                it.open().stream().map(Pairing.Act::token).toList(),
                it.steps().stream()
                        .map(step -> new PairingStep(step.act(), step.by(), step.at(), step.said()))
                        .toList(),
                held.version(),
                exercise);
    }

    @Described("What was proposed for a need, with what became of it; of all needs where none is named")
    @GetMapping("/pairings")
    ResponseEntity<Listed<PairingJson>> pairings(
            @RequestParam(defaultValue = "") String need, @RequestParam(defaultValue = "1") int page) {
        var found = need.isEmpty() ? matching.all() : matching.pairingsOf(Kind.NEED, need);
        return Listed.of(found.stream().map(this::json).toList(), page, exercise);
    }

    @Described("A need with one help that was proposed for it")
    @GetMapping("/pairings/{id}")
    ResponseEntity<PairingJson> pairing(@PathVariable String id) {
        return answer(find(id));
    }

    @Described(value = "Proposes a help for a need; it must be among its matches", answer = 201)
    @PostMapping("/register/needs/{id}/pairings")
    ResponseEntity<PairingJson> propose(@PathVariable String id, @RequestBody Proposal proposal) {
        var made = find(matching.propose(current.require(), id, proposal.kind(), proposal.help())
                .id());
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(
                        HttpHeaders.LOCATION,
                        "/api/v1/capacity/pairings/" + made.it().id())
                .header(HttpHeaders.ETAG, EntityTag.of(made.version()).toString())
                .body(json(made));
    }

    @Described("Accepts, declines, calls off, reports back or evaluates")
    @PostMapping("/pairings/{id}/acts/{act}")
    ResponseEntity<PairingJson> answerPairing(
            @PathVariable String id,
            @PathVariable @OneOf(Pairing.Act.class) String act,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PairingAnswer answer) {
        var step = Pairing.Act.of(act).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        EntityTag.of(find(id).version()).mustMatch(ifMatch);
        matching.act(current.require(), id, step, answer.said() == null ? "" : answer.said());
        return answer(find(id));
    }

    private ResponseEntity<PairingJson> answer(Held<Pairing> held) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, EntityTag.of(held.version()).toString())
                .body(json(held));
    }

    private Held<Pairing> find(String id) {
        return matching.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
