package org.comity.node.cooperation.api;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.comity.node.cooperation.HoldingRequest;
import org.comity.node.cooperation.RecordingAnswers;
import org.comity.node.cooperation.TheirAnswer;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.ReceivedAnswer;
import org.comity.node.frame.Described;
import org.comity.node.frame.OneOf;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a counterpart without a node answered, by mail or on paper. */
@RestController
@RequestMapping("/api/v1/requests/{id}/answers")
class AnswersForPrograms {

    private final RecordingAnswers recording;
    private final HoldingRequest holding;
    private final Requested requested;
    private final CurrentPerson current;

    AnswersForPrograms(RecordingAnswers recording, HoldingRequest holding, Requested requested, CurrentPerson current) {
        this.recording = recording;
        this.holding = holding;
        this.requested = requested;
        this.current = current;
    }

    /** @param received letters that are filed with the request */
    record OfferJson(List<AnswerJson> answers, List<LetterJson> received) {}

    record AnswerJson(@OneOf(RequestEvent.class) String answer, List<String> parts) {}

    record LetterJson(UUID id, Instant cameAt) {
        static LetterJson of(ReceivedAnswer letter) {
            return new LetterJson(letter.id(), letter.cameAt());
        }
    }

    /**
     * @param items which of the identifiers were there, from 0; all without it
     * @param source a letter that is filed already; else text and documents are filed with this
     */
    record NewAnswer(
            @OneOf(RequestEvent.class) String answer,
            Instant answeredAt,
            @Nullable String theirReference,
            @Nullable String reason,
            @Nullable String ground,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String provider,
            @Nullable String under,
            @Nullable List<Integer> items,
            @Nullable String digest,
            @Nullable UUID source,
            @Nullable String text,
            @Nullable List<Document> documents) {}

    /** @param content in Base64 */
    record Document(String name, String type, String content) {
        Enclosure enclosure() {
            try {
                return new Enclosure(
                        name.replaceAll(".*[/\\\\]", ""),
                        type,
                        Base64.getDecoder().decode(content));
            } catch (IllegalArgumentException notBase64) {
                throw new Answers.Unreadable("documents", Said.of("cooperation.wrong.base64"));
            }
        }
    }

    @Described("What the counterpart can have answered, what each answer may say, and the letters that are filed")
    @GetMapping
    OfferJson answers(@PathVariable RequestId id) {
        return recording
                .offered(current.require(), id)
                .map(offer -> new OfferJson(
                        offer.answers().entrySet().stream()
                                .map(answer -> new AnswerJson(
                                        answer.getKey().token(),
                                        answer.getValue().stream()
                                                .map(Tokens::of)
                                                .toList()))
                                .toList(),
                        offer.received().stream().map(LetterJson::of).toList()))
                .orElse(new OfferJson(List.of(), List.of()));
    }

    @Described("Writes down what a counterpart without a node answered")
    @PostMapping
    ResponseEntity<RequestJson> recordAnswer(
            @PathVariable RequestId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewAnswer said) {
        var person = current.require();
        holding.whileHeld(person, id, request -> {
            Requested.tag(request).mustMatch(ifMatch);
            recording.record(person, id, answer(said, request));
        });
        return requested.now(person, id);
    }

    private static TheirAnswer answer(NewAnswer said, Request request) {
        return new TheirAnswer(
                Tokens.read(RequestEvent.class, "answer", text(said.answer()).toLowerCase(Locale.ROOT)),
                Optional.ofNullable(said.answeredAt())
                        .orElseThrow(
                                () -> new Answers.Unreadable("answeredAt", Said.of("cooperation.wrong.moment-needed"))),
                text(said.theirReference()),
                text(said.reason()),
                text(said.ground()),
                Optional.ofNullable(said.since()),
                Optional.ofNullable(said.until()),
                text(said.provider()),
                text(said.under()),
                had(said.items(), request),
                text(said.digest()),
                said.source() == null
                        ? new TheirAnswer.Source.Brought(
                                text(said.text()),
                                Objects.requireNonNullElse(said.documents(), List.<Document>of()).stream()
                                        .map(Document::enclosure)
                                        .toList())
                        : new TheirAnswer.Source.Filed(said.source()));
    }

    private static List<Boolean> had(@Nullable List<Integer> items, Request request) {
        return items == null
                ? List.of()
                : IntStream.range(0, request.content().data().identifiers().size())
                        .mapToObj(items::contains)
                        .toList();
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }
}
