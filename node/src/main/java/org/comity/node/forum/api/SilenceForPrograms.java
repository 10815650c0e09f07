package org.comity.node.forum.api;

import static org.comity.node.forum.api.MeetingsForPrograms.text;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.forum.ForumAccess;
import org.comity.node.forum.ForumRefused;
import org.comity.node.forum.KeepingSilence;
import org.comity.node.forum.StateNames;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.silence.FrozenText;
import org.comity.node.forum.silence.SilenceAct.Kind;
import org.comity.node.forum.silence.SilenceProcedure;
import org.comity.node.forum.silence.SilenceProcedure.Standing;
import org.comity.node.frame.Described;
import org.comity.node.frame.Listed;
import org.comity.node.frame.OneOf;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Silence procedures. Acts need no version: what counts is when the node took an act in, and an objection must not be turned
 * away at the last second because a reminder was noted in the meantime.
 */
@RestController
@RequestMapping("/api/v1/forum/silence")
class SilenceForPrograms {

    private final KeepingSilence silence;
    private final StateNames names;
    private final CurrentPerson current;
    private final Clock clock;
    private final boolean exercise;

    SilenceForPrograms(
            KeepingSilence silence, StateNames names, CurrentPerson current, Clock clock, ComitySettings settings) {
        this.silence = silence;
        this.names = names;
        this.current = current;
        this.clock = clock;
        this.exercise = settings.exercise();
    }

    /** What can be done with a procedure, as the form of its page does it. */
    enum SilenceStep {
        OBJECTION,
        AMENDMENT,
        RECORD_OBJECTION,
        WITHDRAWAL,
        EXTENSION,
        RESTART,
        CANCELLATION,
        EXPLANATION,
        TOLD,
        CONFIRMATION
    }

    /** @param end exact; a minute that is whole in the zone */
    record SilenceBegun(
            String body,
            String mandate,
            String rules,
            String title,
            @Nullable String symbol,
            String text,
            List<String> languages,
            List<String> members,
            String zone,
            Instant end,
            @Nullable String revises) {}

    /** @param why reason or amendment; @param member whom the secretariat speaks of; @param means how a member was told */
    record SilenceSaid(
            @OneOf(SilenceStep.class) String step,
            @Nullable String why,
            @Nullable Instant end,
            @Nullable String member,
            @Nullable String means,
            @Nullable String meeting) {}

    record SilenceTold(
            @OneOf(Kind.class) String act, @Nullable String by, Instant at, String why) {}

    record ForumSilence(
            String id,
            String body,
            String mandate,
            String rules,
            String title,
            String symbol,
            String text,
            String sha256,
            List<String> members,
            String zone,
            Instant begins,
            Instant end,
            @OneOf(Standing.class) String standing,
            List<String> objecting,
            List<SilenceTold> acts,
            @Nullable String confirmedAt,
            String revises) {}

    @Described("Silence procedures, what ends first on top, 50 a page")
    @GetMapping
    ResponseEntity<Listed<ForumSilence>> forumSilences(@RequestParam(defaultValue = "1") int page) {
        allowed();
        return Listed.of(silence.procedures().stream().map(this::json).toList(), page, exercise);
    }

    @Described("A silence procedure")
    @GetMapping("/{id}")
    ForumSilence forumSilence(@PathVariable String id) {
        allowed();
        return json(find(id));
    }

    @Described(value = "Begins a silence procedure at once", answer = 201)
    @PostMapping
    ResponseEntity<ForumSilence> beginForumSilence(@RequestBody SilenceBegun said) {
        if (said.end() == null) {
            throw new ForumRefused("end", Said.of("forum.refused.moment"));
        }
        var rules = silence.rules().stream()
                .filter(it -> it.id().equals(said.rules()))
                .findFirst()
                .orElseThrow(() -> new ForumRefused("rules", Said.of("forum.refused.rules")));
        var begun = silence.begin(
                current.require(),
                new SilenceProcedure(
                        UUID.randomUUID().toString(),
                        text(said.body()),
                        text(said.mandate()),
                        FrozenText.of(
                                text(said.title()),
                                text(said.symbol()),
                                text(said.text()),
                                said.languages() == null ? List.of() : said.languages()),
                        rules,
                        said.members() == null
                                ? List.of()
                                : said.members().stream()
                                        .map(this::party)
                                        .distinct()
                                        .toList(),
                        zone(said.zone()),
                        clock.instant(),
                        said.end(),
                        text(said.revises()),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
        return ResponseEntity.created(URI.create("/api/v1/forum/silence/" + begun.id()))
                .body(json(begun));
    }

    private static String zone(@Nullable String name) {
        if (name == null || !ZoneId.getAvailableZoneIds().contains(name)) {
            throw new ForumRefused("zone", Said.of("forum.refused.zone"));
        }
        return name;
    }

    @Described(value = "Objects, extends, confirms, and whatever else can be done with a procedure", decides = true)
    @PostMapping("/{id}/acts")
    ForumSilence actOnForumSilence(@PathVariable String id, @RequestBody SilenceSaid said) {
        var by = current.require();
        var why = text(said.why());
        find(id);
        var step = MeetingsForPrograms.word(SilenceStep.class, said.step(), "step")
                .orElseThrow(() -> new ForumRefused("step", Said.of("forum.refused.answer-choice", "")));
        switch (step) {
            case OBJECTION -> silence.object(by, id, Kind.OBJECTION, why);
            case AMENDMENT -> silence.object(by, id, Kind.AMENDMENT, why);
            case RECORD_OBJECTION -> silence.recordObjection(by, id, party(said.member()), Kind.OBJECTION, why);
            case WITHDRAWAL -> silence.withdraw(by, id);
            case EXTENSION -> {
                if (said.end() == null) {
                    throw new ForumRefused("end", Said.of("forum.refused.moment"));
                }
                silence.extend(by, id, said.end(), why);
            }
            case RESTART -> silence.restart(by, id, why);
            case CANCELLATION -> silence.cancel(by, id, why);
            case EXPLANATION -> silence.explain(by, id, why);
            case TOLD -> silence.told(by, id, party(said.member()), text(said.means()));
            case CONFIRMATION -> silence.confirm(by, id, text(said.meeting()));
        }
        return forumSilence(id);
    }

    private Party party(@Nullable String text) {
        return RecommendationsForPrograms.party(names, text(text), "member");
    }

    private ForumSilence json(SilenceProcedure it) {
        var now = clock.instant();
        return new ForumSilence(
                it.id(),
                it.body(),
                it.mandate(),
                it.rules().id(),
                it.text().title(),
                it.text().symbol(),
                it.text().body(),
                it.text().sha256(),
                it.members().stream().map(Party::toString).toList(),
                it.zone(),
                it.begins(),
                it.end(),
                it.standing(now).name().toLowerCase(Locale.ROOT).replace('_', '-'),
                it.objecting(now).stream().map(Party::toString).toList(),
                it.acts().stream()
                        .map(act -> new SilenceTold(
                                act.kind().token(),
                                act.by().map(Party::toString).orElse(null),
                                act.receivedAt(),
                                act.text()))
                        .toList(),
                it.confirmed().map(confirmed -> confirmed.meeting()).orElse(null),
                it.revises());
    }

    private SilenceProcedure find(String id) {
        return silence.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void allowed() {
        if (!ForumAccess.takesPart(current.require())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
