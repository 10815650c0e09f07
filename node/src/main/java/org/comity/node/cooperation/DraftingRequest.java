package org.comity.node.cooperation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.DraftPart;
import org.comity.node.cooperation.request.DraftSaved;
import org.comity.node.cooperation.request.EmergencyClaim;
import org.comity.node.cooperation.request.EmergencyDefinition;
import org.comity.node.cooperation.request.FollowUpIntention;
import org.comity.node.cooperation.request.Issuance;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.TakeDown;
import org.comity.node.cooperation.request.Urgency;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Said;
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
    private final ProviderLine line;
    private final ReadyToTakeDown takingDown;
    private final Advancing advancing;
    private final ReferringElsewhere referring;

    DraftingRequest(
            Visibility visibility,
            References references,
            Requests requests,
            DraftSavings savings,
            PlanningRoutes planning,
            Correspondence correspondence,
            ProviderLine line,
            ReadyToTakeDown takingDown,
            Advancing advancing,
            ReferringElsewhere referring) {
        this.visibility = visibility;
        this.references = references;
        this.requests = requests;
        this.savings = savings;
        this.planning = planning;
        this.correspondence = correspondence;
        this.line = line;
        this.takingDown = takingDown;
        this.advancing = advancing;
        this.referring = referring;
    }

    /** Begins a draft with the case file's offence and facts. */
    public RequestId begin(Person person, String caseFileReference, RequestKind kind) {
        Permissions.drafter(person);
        var caseFile = visibility.caseFile(person, caseFileReference);
        return begin(person, drafted(person, caseFile, kind));
    }

    /**
     * Begins a draft for what an earlier request kept or showed, with all that was said there. Its arrival freezes what is
     * kept (ETS 185 art. 29(7)).
     */
    public RequestId followUp(Person person, RequestId earlier, RequestKind kind) {
        var before = visibility.held(person, earlier);
        Permissions.side(before, Side.REQUESTING);
        Permissions.drafter(person);
        if (before.state().isBeforeSending()) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.nothing-to-follow", before.reference()));
        }
        var caseFile = visibility.caseFile(person, before.caseFile().orElseThrow());
        var said = before.content()
                .with(it -> it.followUp(FollowUpIntention.NONE)
                        .partialDisclosure(false)
                        .proceeding(before.content().followUp().authority()));
        return begin(
                person,
                drafted(person, caseFile, kind)
                        .with(it -> it.follows(Optional.of(earlier))
                                .content(ofKind(kind, said))
                                .translations(before.translations())));
    }

    private Request drafted(Person person, CaseFile caseFile, RequestKind kind) {
        referring.requireHere(caseFile);
        var drafted = Request.drafted(
                RequestId.fresh(),
                kind,
                caseFile,
                references.forRequestOf(caseFile),
                new Request.Signatory(person.id(), person.name()),
                advancing.now());
        var said = ofKind(kind, drafted.content());
        return drafted.saying(kind.isNational() ? said.withRequestedState(planning.ownState()) : said);
    }

    /** What a request of this kind says from the start. */
    private static RequestContent ofKind(RequestKind kind, RequestContent said) {
        if (kind.isEmergency()) {
            return said.withUrgency(new Urgency(UrgencyLevel.EMERGENCY, ""));
        }
        if (kind == RequestKind.AGREEMENT_ORDER) {
            return said.with(it -> it.issuance(Optional.of(Issuance.BLANK)).takeDown(Optional.empty()));
        }
        return kind.takesDown()
                ? said.with(it -> it.takeDown(Optional.of(TakeDown.BLANK))
                        .data(said.data().withCategories(Set.of(DataCategory.CONTENT))))
                : said.withTakeDown(Optional.empty());
    }

    private RequestId begin(Person person, Request drafted) {
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
    public int save(Person person, RequestId id, int seen, RequestContent content) {
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
                .orElseThrow(() ->
                        new ActRefused.Malformed("provision", Said.of("cooperation.refused.no-such-route", provision)));
        if (!route.isUsable()) {
            throw new ActRefused.Malformed("provision", Said.of("cooperation.refused.route-closed", provision));
        }
        if (!recipient.state().equals(draft.content().requestedState())) {
            throw new ActRefused.Malformed(
                    "party",
                    Said.of(
                            "cooperation.refused.wrong-state-party",
                            recipient.value(),
                            recipient.state(),
                            draft.content().requestedState()));
        }
        if (draft.kind().isOrder() ? !line.reaches(recipient) : !correspondence.reaches(recipient)) {
            throw new ActRefused.Malformed("party", Said.of("cooperation.refused.no-node", recipient.value()));
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
        takingDown.check(draft);
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
        Permissions.drafter(person);
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
            var open = new ArrayList<Said>();
            if (request.route().isEmpty() || request.counterpart().isEmpty()) {
                open.add(Said.of("cooperation.to-do.route"));
            }
            var safeguards = request.content().safeguards();
            if (!safeguards.areAnswered()) {
                open.add(Said.of("cooperation.to-do.safeguards"));
            }
            var urgency = request.content().urgency();
            if (urgency.level() != UrgencyLevel.ROUTINE && urgency.reason().isBlank()) {
                open.add(Said.of("cooperation.to-do." + urgency.level().token()));
            }
            emergency(request, open);
            if (request.content().issuance().filter(it -> !it.isWhole()).isPresent()) {
                open.add(Said.of("cooperation.to-do.issuance"));
            }
            var range = request.content().data().range();
            if (request.kind().isRealTime()
                    && (range.from().isEmpty() || range.until().isEmpty())) {
                open.add(Said.of("cooperation.to-do.period"));
            }
            var confidentiality = request.content().confidentiality();
            if (confidentiality.wanted() && confidentiality.reason().isBlank()) {
                open.add(Said.of("cooperation.to-do.confidential"));
            }
            if (request.content().data().categories().isEmpty()
                    || request.content().data().identifiers().isEmpty()) {
                open.add(Said.of("cooperation.to-do.data"));
            }
            var missing = request.completeness().missing();
            if (!missing.isEmpty() && request.content().missingReason().isBlank()) {
                missing.forEach(
                        element -> open.add(Said.of("cooperation.to-do.element", element.text(), element.id())));
            }
            if (!open.isEmpty()) {
                throw new ActRefused.Incomplete(
                        Said.of("cooperation.refused.incomplete", Said.all(open)), open, List.of());
            }
        }

        /** It is measured by the definition of the instrument on which the route rests. */
        private static void emergency(Request request, List<Said> open) {
            if (!request.kind().isEmergency()) {
                return;
            }
            var claim = request.content().emergency();
            if (claim.filter(EmergencyClaim::isWhole).isEmpty()) {
                open.add(Said.of("cooperation.to-do.emergency-claim"));
                return;
            }
            var definition = EmergencyDefinition.of(
                    request.route().map(PlannedRoute::instrument).orElse(""));
            if (!definition.admits(claim.get().risk())) {
                open.add(Said.of("cooperation.to-do.emergency-risk", definition.provision()));
            }
        }
    }
}
