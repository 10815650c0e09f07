package org.comity.node.cooperation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.node.cooperation.clock.Race;
import org.comity.node.cooperation.clock.RecordedLoss;
import org.comity.node.cooperation.clock.RequestClock;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.Completeness;
import org.comity.node.cooperation.request.DeliveredFile;
import org.comity.node.cooperation.request.LegalCheck;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.Step;
import org.comity.node.cooperation.request.Translations;
import org.comity.node.cooperation.request.UnfetchableDelivery;
import org.comity.node.evidence.Exhibit;
import org.comity.node.evidence.Fetch;
import org.comity.node.evidence.Packing;
import org.comity.node.evidence.Release;
import org.comity.node.exchange.Delivery;

/**
 * A request as its page shows it.
 *
 * @param followed the earlier request that it follows up, if this person may see it
 * @param following later ones that follow it up, oldest first
 * @param files that were handed over with the answer to an order
 * @param exhibits what the vault has of its data, the newest first
 * @param givable what of the vault can go to the other side, the newest first
 * @param releases of it, what the other side may fetch
 * @param fetches what comes of it from the other side
 * @param packings packages of it for a court that are being made
 * @param unfetchable what the provider's deliveries name without saying what it is
 * @param assigned who works on it
 * @param offered what this person can do now, in this state, on this side and with their roles
 * @param form the treaty form as it went out or came in, safe to show; empty before it is sent
 * @param loss that the data is lost, if someone recorded it
 * @param readers ISO 639-1 codes of the languages that the requested side accepts, preferred first; empty while it is unknown
 * @param translates this person can attach translations now
 * @param extensionPending the requesting State asked for a longer preservation and waits for the answer
 * @param secondPersonDecides acceptance needs an approver who did not make the legal check
 */
public record RequestView(
        Request request,
        Optional<Request> followed,
        List<Request> following,
        Optional<CaseFile> caseFile,
        Completeness completeness,
        List<Step> timeline,
        List<RequestClock> clocks,
        List<Delivery> deliveries,
        List<DeliveredFile> files,
        List<Exhibit> exhibits,
        List<Exhibit> givable,
        List<Release> releases,
        List<Fetch> fetches,
        List<Packing> packings,
        List<UnfetchableDelivery> unfetchable,
        Optional<Assigned> assigned,
        Set<RequestEvent> offered,
        Optional<String> form,
        Race race,
        Optional<RecordedLoss> loss,
        List<String> readers,
        boolean translates,
        boolean extensionPending,
        boolean secondPersonDecides) {

    /** How the message of a step fares; empty for a step of which nobody was told, and for what came in. */
    public Optional<Delivery> delivery(Step step) {
        return step.message()
                .flatMap(message -> deliveries.stream()
                        .filter(delivery -> delivery.id().equals(message))
                        .findFirst());
    }

    /** Some message was given up; {@link RetryingDelivery} tries again. */
    public boolean hasUndelivered() {
        return deliveries.stream().anyMatch(delivery -> delivery.state() == Delivery.State.FAILED);
    }

    public List<RequestClock> runningClocks() {
        return clocks.stream().filter(RequestClock::isRunning).toList();
    }

    /** How far its texts are translated into the language that the requested side needs; empty where it reads the original. */
    public Optional<Translations.Progress> translationNeeded() {
        return Translations.needed(readers)
                .map(language -> request.translations().into(language, request.content()));
    }

    /** Grounds on which the requested side may refuse, once its legal check has planned the route itself. */
    public List<PlannedRoute.RefusalGround> refusalGrounds() {
        return request.legalCheck()
                .map(LegalCheck::route)
                .or(request::route)
                .map(PlannedRoute::offeredGrounds)
                .orElse(List.of());
    }
}
