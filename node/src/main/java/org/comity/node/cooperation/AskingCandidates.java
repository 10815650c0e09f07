package org.comity.node.cooperation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.place.Assessment;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.cooperation.request.OneOfSeveral;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks several States at once to keep data of which it is not known which of them has it. Each request is one of its own, seen
 * by a second person and decided by its State alone; each says that it is one of several. Once one State confirms, a person
 * decides whether the others are let go of.
 */
@Service
@Transactional
public class AskingCandidates {

    private final Visibility visibility;
    private final CaseFiles caseFiles;
    private final Requests requests;
    private final Assessments assessments;
    private final DraftingRequest drafting;
    private final ApprovingRequest approving;
    private final LocatingData locating;
    private final Advancing advancing;

    AskingCandidates(
            Visibility visibility,
            CaseFiles caseFiles,
            Requests requests,
            Assessments assessments,
            DraftingRequest drafting,
            ApprovingRequest approving,
            LocatingData locating,
            Advancing advancing) {
        this.visibility = visibility;
        this.caseFiles = caseFiles;
        this.requests = requests;
        this.assessments = assessments;
        this.drafting = drafting;
        this.approving = approving;
        this.locating = locating;
        this.advancing = advancing;
    }

    /** Whom to ask, under which provision. */
    public record Ask(String provision, PartyId party) {}

    /**
     * Makes of one draft as many as States are asked: the draft itself becomes the first.
     *
     * @param seen the version of the draft that the person had before their eyes
     * @return the group, by which they are found together
     */
    public UUID draft(Person person, RequestId pattern, int seen, List<Ask> asked) {
        var draft = draftOfPreservation(person, pattern);
        var states = asked.stream().map(it -> it.party().state()).distinct().toList();
        if (states.size() < 2 || states.size() < asked.size()) {
            throw new ActRefused.Malformed("asked", Said.of("cooperation.refused.ask-several"));
        }
        var caseFile = caseFile(draft);
        asked.forEach(it -> requireCandidate(caseFile, it));
        var oneOf = new OneOfSeveral(UUID.randomUUID(), asked.size());
        var content = draft.content();
        write(person, pattern, seen, content, oneOf, asked.getFirst());
        asked.stream().skip(1).forEach(it -> more(person, caseFile, content, oneOf, it));
        return oneOf.group();
    }

    /** A State was found later: it is asked the same, as one more of the group. */
    public RequestId askAlso(Person person, UUID group, Ask ask) {
        var alternatives = alternatives(person, group);
        var first = alternatives.requests().getFirst();
        var caseFile = caseFile(first);
        requireCandidate(caseFile, ask);
        if (alternatives.requests().stream()
                .anyMatch(it -> it.content().requestedState().equals(ask.party().state()))) {
            throw new ActRefused.Malformed(
                    "asked",
                    Said.of("cooperation.refused.asked-already", ask.party().state()));
        }
        var oneOf = new OneOfSeveral(group, alternatives.requests().size() + 1);
        return more(person, caseFile, first.content(), oneOf, ask);
    }

    /** Hands all that are drafts to the second person: all of them or none. */
    public void submit(Person person, UUID group) {
        alternatives(person, group).drafts().forEach(it -> drafting.submit(person, it.id(), it.version()));
    }

    /** The second person sends those that they chose; the others wait. */
    public void approve(Person person, UUID group, List<RequestId> chosen, String comment) {
        var waiting =
                alternatives(person, group).waiting().stream().map(Request::id).collect(Collectors.toSet());
        if (chosen.isEmpty() || !waiting.containsAll(chosen)) {
            throw new ActRefused.Malformed("chosen", Said.of("cooperation.refused.approve-which"));
        }
        chosen.forEach(it -> approving.approve(person, it, comment));
    }

    /**
     * One State keeps the data: the others named here need not any more. What is not sent yet is dropped, what is sent is taken
     * back, and what is kept is released.
     */
    public void standDown(Person person, UUID group, List<RequestId> others, String reason) {
        Permissions.desk(person);
        var alternatives = alternatives(person, group);
        var kept = alternatives.confirmed().stream()
                .filter(it -> !others.contains(it.id()))
                .findFirst()
                .orElseThrow(() -> new ActRefused.Malformed("others", Said.of("cooperation.refused.none-confirmed")));
        var said = Permissions.said("reason", reason, "cooperation.refused.stand-down");
        var open = alternatives.open().stream().map(Request::id).collect(Collectors.toSet());
        if (others.isEmpty() || !open.containsAll(others)) {
            throw new ActRefused.Malformed("others", Said.of("cooperation.refused.stand-down-which"));
        }
        others.forEach(it -> letGo(person, visibility.held(person, it), said));
        locating.confirmed(person, caseFile(kept), kept);
    }

    private void letGo(Person person, Request request, String reason) {
        var offered = request.offeredTo(Side.REQUESTING);
        advancing.act(
                request,
                offered.contains(RequestEvent.RELEASED) ? RequestEvent.RELEASED : RequestEvent.WITHDRAWN,
                person,
                Particulars.because(reason));
    }

    private Alternatives alternatives(Person person, UUID group) {
        var members = requests.ofGroup(group).stream()
                .filter(it -> visibility.isVisible(person, it))
                .toList();
        if (members.isEmpty()) {
            throw NotFound.request();
        }
        return new Alternatives(group, members);
    }

    private Request draftOfPreservation(Person person, RequestId id) {
        var draft = visibility.held(person, id);
        Permissions.side(draft, Side.REQUESTING);
        Permissions.desk(person);
        if (draft.state() != RequestState.DRAFT || draft.kind() != RequestKind.PRESERVATION) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.ask-preservation", draft.reference()));
        }
        return draft;
    }

    private CaseFile caseFile(Request request) {
        return request.caseFile().flatMap(caseFiles::find).orElseThrow();
    }

    /** Nobody is asked for whom no reason was given. */
    private void requireCandidate(CaseFile caseFile, Ask ask) {
        Optional<Assessment> now = assessments.of(caseFile.id()).stream().findFirst();
        if (now.filter(it -> it.open().contains(ask.party().state())).isEmpty()) {
            throw new ActRefused.Malformed(
                    "asked",
                    Said.of("cooperation.refused.not-a-candidate", ask.party().state()));
        }
    }

    private RequestId more(Person person, CaseFile caseFile, RequestContent said, OneOfSeveral oneOf, Ask ask) {
        var id = drafting.begin(person, caseFile.reference(), RequestKind.PRESERVATION);
        write(person, id, 0, said, oneOf, ask);
        return id;
    }

    private void write(Person person, RequestId id, int seen, RequestContent said, OneOfSeveral oneOf, Ask ask) {
        var content = said.with(it -> it.requestedState(ask.party().state()).oneOf(Optional.of(oneOf)));
        var version = drafting.save(person, id, seen, content);
        drafting.chooseRoute(person, id, version, ask.provision(), ask.party());
    }
}
