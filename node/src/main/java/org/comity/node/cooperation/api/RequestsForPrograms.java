package org.comity.node.cooperation.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.node.cooperation.AssigningWork;
import org.comity.node.cooperation.DraftingRequest;
import org.comity.node.cooperation.HoldingRequest;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.RecordingLoss;
import org.comity.node.cooperation.RequestFilter;
import org.comity.node.cooperation.act.Act;
import org.comity.node.cooperation.act.CarryingOut;
import org.comity.node.cooperation.act.OpenActs;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.clock.LossCause;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.documents.FormLanguage;
import org.comity.node.documents.Reading;
import org.comity.node.frame.Described;
import org.comity.node.frame.Listed;
import org.comity.node.frame.OneOf;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

/** Requests and orders on either side: found, read, and every act on them by one kind of call. */
@RestController
@RequestMapping("/api/v1/requests")
class RequestsForPrograms {

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final ReadingRequests reading;
    private final HoldingRequest holding;
    private final DraftingRequest drafting;
    private final CarryingOut carryingOut;
    private final AssigningWork assigning;
    private final Colleagues colleagues;
    private final RecordingLoss losses;
    private final OpenActs acts;
    private final Requested requested;
    private final Wording wording;
    private final CurrentPerson current;
    private final boolean exercise;

    RequestsForPrograms(
            ReadingRequests reading,
            HoldingRequest holding,
            DraftingRequest drafting,
            CarryingOut carryingOut,
            AssigningWork assigning,
            Colleagues colleagues,
            RecordingLoss losses,
            OpenActs acts,
            Requested requested,
            Wording wording,
            CurrentPerson current,
            ComitySettings settings) {
        this.reading = reading;
        this.holding = holding;
        this.drafting = drafting;
        this.carryingOut = carryingOut;
        this.assigning = assigning;
        this.colleagues = colleagues;
        this.losses = losses;
        this.acts = acts;
        this.requested = requested;
        this.wording = wording;
        this.current = current;
        this.exercise = settings.exercise();
    }

    record Following(@OneOf(RequestKind.class) String kind) {}

    record Loss(
            @OneOf(LossCause.class) String cause, @Nullable String remark) {}

    @Described("Requests that the caller may see, newest first; each word of q must occur")
    @GetMapping
    ResponseEntity<Listed<RequestRow>> requests(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") @OneOf(Side.class) String side,
            @RequestParam(defaultValue = "") @OneOf(RequestKind.class) String kind,
            @RequestParam(defaultValue = "") @OneOf(RequestState.class) String state,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "1") int page) {
        var wanted = new RequestFilter(
                q,
                Tokens.find(Side.class, "side", side),
                Tokens.find(RequestKind.class, "kind", kind),
                Tokens.find(RequestState.class, "state", state),
                open);
        int shown = Listed.page(page);
        var found = reading.searchRequests(current.require(), wanted, shown - 1);
        return Listed.of(
                found.stream().map(it -> RequestRow.of(it, exercise)).toList(),
                shown,
                found.size() == ReadingRequests.PAGE,
                exercise);
    }

    @Described("A request as it stands, with the acts that are open to the caller")
    @GetMapping("/{id}")
    ResponseEntity<RequestJson> request(@PathVariable RequestId id) {
        return requested.now(current.require(), id);
    }

    @Described("What the caller can do now, with the fields and closed lists of each act")
    @GetMapping("/{id}/acts")
    ResponseEntity<ActsJson> acts(@PathVariable RequestId id) {
        var view = reading.view(current.require(), id);
        return ResponseEntity.ok().eTag(Requested.tag(view.request()).value()).body(ActsJson.of(view, acts, wording));
    }

    @Described(
            value =
                    "Takes an act; its fields are those that acts names. An act that binds the State needs the scope cases:decide",
            takes = "Act")
    @PostMapping("/{id}/acts/{act}")
    ResponseEntity<RequestJson> act(
            @PathVariable RequestId id,
            @PathVariable @OneOf(Act.class) String act,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Map<String, Object> fields) {
        var person = current.require();
        var seen = reading.view(person, id).request();
        var meant = Act.of(act).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var answers = Filled.of(meant, fields == null ? Map.of() : fields);
        if (meant.readsEvidence()) {
            Requested.tag(seen).mustMatch(ifMatch);
            carryingOut.carryOut(meant, person, seen, answers);
        } else {
            holding.whileHeld(person, id, request -> {
                Requested.tag(request).mustMatch(ifMatch);
                carryingOut.carryOut(meant, person, request, answers);
            });
        }
        return requested.now(person, id);
    }

    @Described("Every step of a request, with how its message fared")
    @GetMapping("/{id}/history")
    List<StepJson> historyOfRequest(@PathVariable RequestId id) {
        var view = reading.view(current.require(), id);
        return view.timeline().stream().map(step -> StepJson.of(step, view)).toList();
    }

    @Described(value = "Exactly what was sent or taken in with a step (ETSI TS 103 120)", media = "application/xml")
    @GetMapping("/{id}/messages/{number}")
    ResponseEntity<byte[]> message(@PathVariable RequestId id, @PathVariable int number) {
        var message = reading.hi1(current.require(), id, number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return file(MediaType.APPLICATION_XML, "request-%s-%d.xml".formatted(id, number), message);
    }

    @Described(value = "A file that was handed over with the answer to an order", media = "application/octet-stream")
    @GetMapping("/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable RequestId id, @PathVariable UUID file) throws IOException {
        var person = current.require();
        var content =
                reading.file(person, id, file).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return file(MediaType.APPLICATION_OCTET_STREAM, file.toString(), content);
    }

    /** @param in the language it is read in; the original stands beside unless it is the same */
    @Described(
            value = "The treaty form with what the request says now; as is html, pdf or docx",
            media = {
                "text/html",
                "application/pdf",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            })
    @GetMapping("/{id}/form")
    ResponseEntity<byte[]> form(
            @PathVariable RequestId id,
            @RequestParam(defaultValue = "html") String as,
            @RequestParam(defaultValue = "en") String in) {
        var person = current.require();
        var language = FormLanguage.of(in).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var read = language == FormLanguage.ENGLISH
                ? Reading.in(language)
                : Reading.sideBySide(FormLanguage.ENGLISH, language);
        var name = "%s-%s.%s".formatted(reading.view(person, id).request().reference(), language.code(), as);
        return switch (as) {
            case "html" ->
                file(
                        new MediaType("text", "html", StandardCharsets.UTF_8),
                        name,
                        reading.preview(person, id).getBytes(StandardCharsets.UTF_8));
            case "pdf" -> file(MediaType.APPLICATION_PDF, name, reading.pdf(person, id, read));
            case "docx" -> file(DOCX, name, reading.docx(person, id, read));
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    @Described(value = "Begins a draft that follows a request up, with what was said in it", answer = 201)
    @PostMapping("/{id}/following")
    ResponseEntity<RequestJson> followUp(@PathVariable RequestId id, @RequestBody Following said) {
        var person = current.require();
        return requested.created(
                person, drafting.followUp(person, id, Tokens.read(RequestKind.class, "kind", said.kind())));
    }

    @Described("Gives a request to a colleague, who sees it whatever their role")
    @PutMapping("/{id}/assigned")
    ResponseEntity<RequestJson> assignRequest(@PathVariable RequestId id, @RequestBody Colleague said) {
        var person = current.require();
        assigning.assign(person, id, colleagues.named(said.person()));
        return requested.now(person, id);
    }

    @Described("Takes a request back from who works on it")
    @DeleteMapping("/{id}/assigned")
    ResponseEntity<RequestJson> takeRequestBack(@PathVariable RequestId id) {
        var person = current.require();
        assigning.takeBack(person, id);
        return requested.now(person, id);
    }

    @Described("Records that the data is lost, and why")
    @PutMapping("/{id}/loss")
    ResponseEntity<RequestJson> recordLoss(@PathVariable RequestId id, @RequestBody Loss said) {
        var person = current.require();
        losses.record(person, id, said.cause(), said.remark() == null ? "" : said.remark());
        return requested.now(person, id);
    }

    @Described("Records that the data was found after all")
    @DeleteMapping("/{id}/loss")
    ResponseEntity<RequestJson> takeLossBack(@PathVariable RequestId id) {
        var person = current.require();
        losses.takeBack(person, id);
        return requested.now(person, id);
    }
}
