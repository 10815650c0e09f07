package org.comity.node.cooperation;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.node.cooperation.form.Forms;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.Extensions;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.directory.Counterpart;
import org.comity.node.directory.Counterparts;
import org.comity.node.directory.OwnNode;
import org.comity.node.documents.Reading;
import org.comity.node.evidence.EvidenceRefused;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows case files and requests to those who may see them; for all others there is nothing. */
@Service
@Transactional(readOnly = true)
public class ReadingRequests {

    /** How many rows a page of a list has. */
    public static final int PAGE = 25;

    private final Visibility visibility;
    private final CaseFiles caseFiles;
    private final Requests requests;
    private final Timeline timeline;
    private final Clocks clocks;
    private final Forms forms;
    private final Correspondence correspondence;
    private final Races races;
    private final Losses losses;
    private final ProviderLine line;
    private final DeliveredFiles files;
    private final UnfetchableDeliveries unfetchable;
    private final Assignments assignments;
    private final RequestEvidence evidence;
    private final Counterparts counterparts;
    private final OwnNode own;

    ReadingRequests(
            Visibility visibility,
            CaseFiles caseFiles,
            Requests requests,
            Timeline timeline,
            Clocks clocks,
            Forms forms,
            Correspondence correspondence,
            ProviderLine line,
            DeliveredFiles files,
            UnfetchableDeliveries unfetchable,
            Assignments assignments,
            Races races,
            Losses losses,
            RequestEvidence evidence,
            Counterparts counterparts,
            OwnNode own) {
        this.visibility = visibility;
        this.caseFiles = caseFiles;
        this.requests = requests;
        this.timeline = timeline;
        this.clocks = clocks;
        this.forms = forms;
        this.correspondence = correspondence;
        this.races = races;
        this.losses = losses;
        this.line = line;
        this.files = files;
        this.unfetchable = unfetchable;
        this.assignments = assignments;
        this.evidence = evidence;
        this.counterparts = counterparts;
        this.own = own;
    }

    /** @throws NotFound for what is not there, and for what this person may not see */
    public RequestView view(Person person, RequestId id) {
        var request = visibility.request(person, id);
        var steps = timeline.of(id);
        var pending = Extensions.isPending(steps) && request.state().isRunningOut();
        var followed = request.follows().flatMap(requests::find);
        return new RequestView(
                request,
                followed.filter(earlier -> visibility.isVisible(person, earlier)),
                requests.following(id).stream()
                        .filter(later -> visibility.isVisible(person, later))
                        .toList(),
                request.caseFile().flatMap(caseFiles::find).filter(it -> it.isVisibleTo(person)),
                request.completeness(),
                steps,
                clocks.of(id),
                request.kind().isOrder() ? line.deliveries(id.value()) : correspondence.deliveries(id.value()),
                files.of(id),
                evidence.of(id),
                evidence.givable(request),
                evidence.releases(id),
                evidence.fetches(id),
                evidence.packings(id),
                unfetchable.of(id),
                assignments.of(id),
                offered(person, request, pending),
                forms.html(id),
                races.of(request, followed, steps),
                losses.find(id),
                readers(request),
                WhoMay.translate(person, request) && TranslatingRequest.isOpen(request),
                pending,
                DecidingRequest.needsSecondPerson(request));
    }

    private List<String> readers(Request request) {
        return request.side() == Side.REQUESTED
                ? own.card().languages()
                : request.counterpart()
                        .flatMap(counterparts::find)
                        .map(Counterpart::languages)
                        .orElse(List.of());
    }

    /** The form as it would go out now, for the page on which answers are checked. */
    public String preview(Person person, RequestId id) {
        return forms.preview(visibility.request(person, id));
    }

    /** The form with what the request says now, tagged and with its fonts inside. */
    public byte[] pdf(Person person, RequestId id, Reading reading) {
        var request = visibility.request(person, id);
        return forms.pdf(request, approved(request), reading);
    }

    /** As {@link #pdf}, to be worked on. */
    public byte[] docx(Person person, RequestId id, Reading reading) {
        var request = visibility.request(person, id);
        return forms.docx(request, approved(request), reading);
    }

    /** Approved here, or by the other side before it came in. */
    private Optional<Instant> approved(Request request) {
        return request.side() == Side.REQUESTED
                ? Optional.of(request.openedAt())
                : timeline.of(request.id()).stream()
                        .filter(step -> step.event() == RequestEvent.APPROVED)
                        .map(Step::occurredAt)
                        .findFirst();
    }

    /** Exactly what was sent or taken in with a step; empty for a step of which nobody was told. */
    public Optional<byte[]> hi1(Person person, RequestId id, int number) {
        return timeline.hi1(visibility.request(person, id).id(), number);
    }

    /**
     * A small file that was handed over with the answer to an order; reading it from the vault is noted in its custody. What is
     * large is given out by the page of its exhibit.
     *
     * @throws EvidenceRefused when its use is limited: the page of the exhibit shows the conditions first
     */
    @Transactional
    public Optional<byte[]> file(Person person, RequestId id, UUID file) throws IOException {
        var request = visibility.request(person, id);
        var waiting = files.content(request.id(), file);
        if (waiting.isPresent()) {
            return waiting;
        }
        var exhibit = files.of(id).stream()
                .filter(it -> it.id().equals(file) && it.size() <= AnsweringOrder.LARGEST_FILE)
                .flatMap(it -> it.exhibit().stream())
                .findFirst();
        return exhibit.isEmpty()
                ? Optional.empty()
                : Optional.of(evidence.handOut(person, exhibit.get(), request.reference()));
    }

    public CaseFile caseFile(Person person, String reference) {
        return visibility.caseFile(person, reference);
    }

    public List<Request> requestsOf(Person person, String caseFileReference) {
        return requests.of(visibility.caseFile(person, caseFileReference).id());
    }

    /** Newest first, {@link #PAGE} at a time; every word must occur. @param page from 0 */
    public List<CaseFile> searchCaseFiles(Person person, String words, int page) {
        return caseFiles.search(person, words, page, PAGE);
    }

    /** Newest first, {@link #PAGE} at a time; every word must occur. @param page from 0 */
    public List<Request> searchRequests(Person person, String words, int page) {
        return searchRequests(person, RequestFilter.ofWords(words), page);
    }

    /** As {@link #searchRequests(Person, String, int)}, of those that are wanted. */
    public List<Request> searchRequests(Person person, RequestFilter wanted, int page) {
        return requests.search(person, wanted, page, PAGE);
    }

    /** What this person can do now. */
    static Set<RequestEvent> offered(Person person, Request request, boolean extensionPending) {
        var offered = EnumSet.noneOf(RequestEvent.class);
        for (var event : request.offeredTo(request.side())) {
            if (isFor(person, request, event, extensionPending)) {
                offered.add(event);
            }
        }
        return offered;
    }

    private static boolean isFor(Person person, Request request, RequestEvent event, boolean extensionPending) {
        return WhoMay.take(person, request, event)
                && switch (event) {
                    case ACCEPTED, REFUSED, DISCLOSED ->
                        request.legalCheck().isPresent() || request.kind().isOrder();
                    case EXTENSION_GRANTED, EXTENSION_DECLINED -> extensionPending;
                    case EXTENSION_ASKED -> !extensionPending;
                    default -> true;
                };
    }
}
