package org.comity.node.cooperation;

import java.util.ArrayList;
import org.comity.node.directory.PartyId;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts a request, saving at any time, until it goes to the second person. Whoever writes says which version they saw; on
 * another one nothing is written, so that nobody's answers are overwritten unseen.
 */
@Service
@Transactional
public class DraftingRequest {

    private final Visibility visibility;
    private final References references;
    private final Requests requests;
    private final DraftSavings savings;
    private final PlanningRoutes planning;
    private final Correspondence correspondence;
    private final Advancing advancing;

    DraftingRequest(
            Visibility visibility,
            References references,
            Requests requests,
            DraftSavings savings,
            PlanningRoutes planning,
            Correspondence correspondence,
            Advancing advancing) {
        this.visibility = visibility;
        this.references = references;
        this.requests = requests;
        this.savings = savings;
        this.planning = planning;
        this.correspondence = correspondence;
        this.advancing = advancing;
    }

    /** Begins a draft with the case file's offence and facts. */
    public RequestId begin(Person person, String caseFileReference) {
        Permissions.desk(person);
        var caseFile = visibility.caseFile(person, caseFileReference);
        var drafted = Request.drafted(
                RequestId.fresh(),
                caseFile,
                references.forRequestOf(caseFile),
                new Request.Signatory(person.id(), person.name()),
                advancing.now());
        advancing.begin(drafted, person);
        return drafted.id();
    }

    /**
     * Saves the draft as it is; a chosen route falls away when what it was planned for has changed.
     *
     * @param seen the version on which the person wrote
     * @return the version that it is now
     * @throws ActRefused.ChangedMeanwhile when it is no longer the version seen; nothing was saved
     */
    public int save(Person person, RequestId id, int seen, PreservationRequest content) {
        var draft = draft(person, id, seen);
        var samePlan = draft.content().requestedState().equals(content.requestedState())
                && draft.content()
                        .offence()
                        .provisions()
                        .equals(content.offence().provisions())
                && draft.content().data().categories().equals(content.data().categories());
        return save(
                person,
                draft,
                samePlan ? draft.saying(content) : draft.saying(content).withoutRoute());
    }

    /**
     * Takes one of the planned routes, with the reasons as they stand now.
     *
     * @param seen the version for which the routes were shown
     * @return the version that it is now
     * @throws ActRefused.ChangedMeanwhile when it is no longer the version seen; nothing was chosen
     */
    public int chooseRoute(Person person, RequestId id, int seen, String provision, PartyId recipient) {
        var draft = draft(person, id, seen);
        var route = planning.routes(draft).stream()
                .filter(planned -> planned.provision().equals(provision))
                .findFirst()
                .orElseThrow(() -> new ActRefused.Malformed(
                        "provision", "No route was planned under " + provision + ". Choose one of those shown."));
        if (!route.isUsable()) {
            throw new ActRefused.Malformed(
                    "provision", "The route under " + provision + " is closed; its findings say why. Choose another.");
        }
        if (!recipient.state().equals(draft.content().requestedState())) {
            throw new ActRefused.Malformed(
                    "party",
                    "%s acts for %s, but the request is for %s."
                            .formatted(
                                    recipient,
                                    recipient.state(),
                                    draft.content().requestedState()));
        }
        if (!correspondence.reaches(recipient)) {
            throw new ActRefused.Malformed(
                    "party",
                    "The directory has no node of %s. An administrator can add its card, or choose another recipient."
                            .formatted(recipient));
        }
        return save(person, draft, draft.by(route, recipient));
    }

    /**
     * Hands the draft to the second person.
     *
     * @param seen the version whose answers the person checked
     * @throws ActRefused.ChangedMeanwhile when it is no longer the version seen
     */
    public void submit(Person person, RequestId id, int seen) {
        var draft = draft(person, id, seen);
        ReadyToSend.check(draft);
        advancing.act(draft, RequestEvent.SUBMITTED, person, Particulars.NONE);
    }

    private int save(Person person, Request before, Request after) {
        var saved = requests.save(after);
        savings.add(
                saved.id(),
                saved.version(),
                new DraftSaved(person.name(), advancing.now(), DraftPart.changed(before, after)));
        return saved.version();
    }

    private Request draft(Person person, RequestId id, int seen) {
        var request = visibility.held(person, id);
        Permissions.side(request, Side.REQUESTING);
        Permissions.desk(person);
        if (request.state() != RequestState.DRAFT) {
            throw new ActRefused.WrongState(request, RequestEvent.DRAFTED);
        }
        if (request.version() != seen) {
            throw new ActRefused.ChangedMeanwhile(request.reference(), savings.since(id, seen));
        }
        return request;
    }

    /** What must be there before anything leaves the node. */
    static final class ReadyToSend {

        private ReadyToSend() {}

        static void check(Request request) {
            var open = new ArrayList<String>();
            if (request.route().isEmpty() || request.counterpart().isEmpty()) {
                open.add("choose a route and its recipient");
            }
            var safeguards = request.content().safeguards();
            if (!safeguards.areAnswered()) {
                open.add("give a reason for legality, necessity and proportionality");
            }
            var urgency = request.content().urgency();
            if (urgency.level() != UrgencyLevel.ROUTINE && urgency.reason().isBlank()) {
                open.add("say why it is " + urgency.level().token());
            }
            var confidentiality = request.content().confidentiality();
            if (confidentiality.wanted() && confidentiality.reason().isBlank()) {
                open.add("say why it must stay confidential");
            }
            if (request.content().data().categories().isEmpty()
                    || request.content().data().identifiers().isEmpty()) {
                open.add("name at least one category of data and one exact identifier");
            }
            var missing = request.completeness().missing();
            if (!missing.isEmpty() && request.content().missingReason().isBlank()) {
                missing.forEach(element -> open.add(element.text() + " (" + element.id() + "), or why it is left out"));
            }
            if (!open.isEmpty()) {
                throw new ActRefused.Incomplete("The request can't go to approval yet. Still to do:", open);
            }
        }
    }
}
