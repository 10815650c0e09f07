package org.comity.node.cooperation.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.Assigned;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.clock.LossCause;
import org.comity.node.cooperation.clock.RecordedLoss;
import org.comity.node.cooperation.clock.RequestClock;
import org.comity.node.cooperation.life.ClockKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.Conditions;
import org.comity.node.cooperation.request.DeliveredFile;
import org.comity.node.cooperation.request.ItemOutcome;
import org.comity.node.cooperation.request.KeptItem;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Preservation;
import org.comity.node.cooperation.request.Production;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.UnfetchableDelivery;
import org.comity.node.evidence.Exhibit;
import org.comity.node.evidence.ExhibitId;
import org.comity.node.evidence.Fetch;
import org.comity.node.frame.OneOf;
import org.comity.node.frame.Said;

/**
 * A request as one of the two sides holds it.
 *
 * @param caseFile on the requesting side
 * @param follows the earlier request that it follows up
 * @param provision of the route by which it goes
 * @param assigned who works on it
 * @param acts what the caller can do now, each under {@code acts/}
 */
record RequestJson(
        RequestRow request,
        String stateInWords,
        Optional<String> caseFile,
        Optional<UUID> follows,
        List<UUID> followedBy,
        Optional<String> provision,
        Optional<String> drafter,
        Optional<String> approver,
        Optional<Kept> preservation,
        Optional<Obtained> production,
        Optional<Offered> conditions,
        List<Running> clocks,
        RaceJson race,
        Optional<Lost> loss,
        List<FileJson> files,
        List<ExhibitJson> exhibits,
        List<FetchJson> fetches,
        List<UnfetchableJson> unfetchable,
        Optional<String> assigned,
        boolean extensionPending,
        List<String> acts) {

    record Item(String identifier, boolean done, String remark) {
        static Item of(ItemOutcome outcome) {
            return new Item(outcome.identifier().value(), outcome.preserved(), outcome.remark());
        }
    }

    /** @param keptUntil of an item whose time runs */
    record KeptJson(
            String identifier,
            boolean done,
            @OneOf(RequestState.class) String state,
            Optional<Instant> keptUntil,
            String remark) {
        static KeptJson of(KeptItem item) {
            return new KeptJson(
                    item.identifier().value(),
                    item.isHeld(),
                    Tokens.of(item.state()),
                    Optional.of(item.keptUntil()).filter(_ -> item.runsOut()),
                    item.remark());
        }
    }

    /** @param keptUntil the earliest end among its items */
    record Kept(Instant effectedAt, Instant keptUntil, String provider, List<KeptJson> items) {
        static Kept of(Preservation it) {
            return new Kept(
                    it.effectedAt(),
                    it.keptUntil(),
                    it.provider(),
                    it.items().stream().map(KeptJson::of).toList());
        }
    }

    record Obtained(Instant obtainedAt, String provider, List<Item> items, String handoverReference, String digest) {
        static Obtained of(Production it) {
            return new Obtained(
                    it.obtainedAt(),
                    it.provider(),
                    it.outcomes().stream().map(Item::of).toList(),
                    it.handoverReference(),
                    it.digest());
        }
    }

    record Offered(String text, String provision, boolean accepted) {
        static Offered of(Conditions it) {
            return new Offered(it.text(), it.provision(), it.accepted());
        }
    }

    record Running(@OneOf(ClockKind.class) String kind, Instant dueAt) {
        static Running of(RequestClock clock) {
            return new Running(Tokens.of(clock.kind()), clock.dueAt());
        }
    }

    record Lost(@OneOf(LossCause.class) String cause, String remark, String by, Instant at) {
        static Lost of(RecordedLoss loss) {
            return new Lost(Tokens.of(loss.cause()), loss.remark(), loss.byName(), loss.at());
        }
    }

    /** @param exhibit that it is in the vault */
    record FileJson(UUID id, int step, String name, String type, long size, String sha256, Optional<UUID> exhibit) {
        static FileJson of(DeliveredFile file) {
            return new FileJson(
                    file.id(),
                    file.step(),
                    file.name(),
                    file.type(),
                    file.size(),
                    file.sha256(),
                    file.exhibit().map(ExhibitId::value));
        }
    }

    /** What comes of its data from the other side. @param rate bytes in a second @param exhibit once it is in the vault */
    record FetchJson(
            UUID id,
            String name,
            long size,
            long received,
            long rate,
            @OneOf(Fetch.State.class) String state,
            Optional<String> trouble,
            Optional<UUID> exhibit) {
        static FetchJson of(Fetch it) {
            return new FetchJson(
                    it.id(),
                    it.name(),
                    it.size(),
                    it.received(),
                    it.rate(),
                    it.state().token(),
                    it.trouble().map(Said::inEnglish),
                    it.exhibit().map(ExhibitId::value));
        }
    }

    /** What the vault has of its data. @param mark as people write it on paper */
    /** What a provider's delivery names and this node can't fetch. @param why what it lacks, and what to do */
    record UnfetchableJson(UUID id, String name, String address, String why, Instant heardAt) {
        static UnfetchableJson of(UnfetchableDelivery it) {
            return new UnfetchableJson(
                    it.id(), it.name(), it.address(), it.why().inEnglish(), it.heardAt());
        }
    }

    record ExhibitJson(UUID id, String mark, String name, long size, String sha256) {
        static ExhibitJson of(Exhibit it) {
            return new ExhibitJson(it.id().value(), it.mark(), it.particulars().name(), it.size(), it.sha256());
        }
    }

    static RequestJson of(RequestView view, String stateInWords, List<String> acts, boolean exercise) {
        var request = view.request();
        return new RequestJson(
                RequestRow.of(request, exercise),
                stateInWords,
                view.caseFile().map(CaseFile::reference),
                request.follows().map(RequestId::value),
                view.following().stream().map(it -> it.id().value()).toList(),
                request.route().map(PlannedRoute::provision),
                request.drafter().map(Request.Signatory::name),
                request.approver().map(Request.Signatory::name),
                request.preservation().map(Kept::of),
                request.production().map(Obtained::of),
                request.conditions().map(Offered::of),
                view.runningClocks().stream().map(Running::of).toList(),
                RaceJson.of(view.race()),
                view.loss().map(Lost::of),
                view.files().stream().map(FileJson::of).toList(),
                view.exhibits().stream().map(ExhibitJson::of).toList(),
                view.fetches().stream().map(FetchJson::of).toList(),
                view.unfetchable().stream().map(UnfetchableJson::of).toList(),
                view.assigned().map(Assigned::name),
                view.extensionPending(),
                acts);
    }
}
