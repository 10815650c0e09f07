package org.comity.node.cooperation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.comity.hi1.Provision;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.ItemOutcome;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.evidence.ExhibitId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** What the requested side does on a request that asks for data: limits its help, obtains the data, hands it over. */
@Service
@Transactional
public class ExecutingAssistance {

    private final Visibility visibility;
    private final Advancing advancing;
    private final FollowingUp followingUp;
    private final HandingOverEvidence evidence;
    private final TransactionOperations transactions;

    ExecutingAssistance(
            Visibility visibility,
            Advancing advancing,
            FollowingUp followingUp,
            HandingOverEvidence evidence,
            TransactionOperations transactions) {
        this.visibility = visibility;
        this.advancing = advancing;
        this.followingUp = followingUp;
        this.evidence = evidence;
        this.transactions = transactions;
    }

    /** Before help is refused or limited the sides speak (UNTOC art. 18(26), ETS 185 art. 27(6)). */
    public void consult(Person person, RequestId id, String question) {
        advancing.act(
                request(person, id),
                RequestEvent.CONSULTATION_OPENED,
                person,
                Particulars.because(Permissions.said("question", question, "cooperation.refused.question")));
    }

    /** @param provision on which the conditions rest; empty where none is named */
    public void offerConditions(Person person, RequestId id, String conditions, String provision) {
        if (!provision.isBlank()) {
            requireProvision(provision.strip());
        }
        advancing.act(
                request(person, id),
                RequestEvent.CONDITIONS_OFFERED,
                person,
                Particulars.because(Permissions.said("conditions", conditions, "cooperation.refused.conditions"))
                        .ground(provision));
    }

    private static void requireProvision(String provision) {
        try {
            Provision.of(provision);
        } catch (IllegalArgumentException malformed) {
            throw new ActRefused.Malformed("provision", Said.of("cooperation.refused.provision", provision));
        }
    }

    /**
     * Only for a proceeding of this side's own, with the day on which it is looked at again (ETS 185 art. 27(5), UNTOC art.
     * 18(25)).
     */
    public void postpone(Person person, RequestId id, String reason, Instant reviewAt) {
        if (!reviewAt.isAfter(advancing.now())) {
            throw new ActRefused.Malformed("reviewAt", Said.of("cooperation.refused.review-past"));
        }
        advancing.act(
                request(person, id),
                RequestEvent.POSTPONED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.postponed"))
                        .reviewAt(reviewAt.truncatedTo(ChronoUnit.SECONDS)));
    }

    public void resume(Person person, RequestId id) {
        advancing.act(request(person, id), RequestEvent.RESUMED, person, Particulars.NONE);
    }

    /**
     * What could be obtained.
     *
     * @param obtained by identifier of the request, in its order; empty means all
     */
    public record Outcome(Instant obtainedAt, String provider, List<Boolean> obtained, String remark) {}

    public void recordExecuted(Person person, RequestId id, Outcome outcome) {
        var request = request(person, id);
        if (outcome.obtainedAt().isAfter(advancing.now())) {
            throw new ActRefused.Malformed("obtainedAt", Said.of("cooperation.refused.obtained-later"));
        }
        var outcomes = outcomes(request, outcome);
        var obtained = outcomes.stream().filter(ItemOutcome::preserved).count();
        if (obtained == 0) {
            throw new ActRefused.Malformed("items", Said.of("cooperation.refused.nothing-obtained"));
        }
        advancing.act(
                request,
                obtained == outcomes.size() ? RequestEvent.EXECUTED : RequestEvent.PARTLY_EXECUTED,
                person,
                Particulars.NONE
                        .effectedAt(outcome.obtainedAt().truncatedTo(ChronoUnit.SECONDS))
                        .provider(
                                Permissions.said("provider", outcome.provider(), "cooperation.refused.source-of-data"))
                        .outcomes(outcomes)
                        .remarks(outcome.remark()));
    }

    static List<ItemOutcome> outcomes(Request request, Outcome outcome) {
        var wanted = request.content().data().identifiers();
        var obtained = outcome.obtained();
        if (!obtained.isEmpty() && obtained.size() != wanted.size()) {
            throw new ActRefused.Malformed("items", Said.of("cooperation.refused.each-identifier", wanted.size()));
        }
        return IntStream.range(0, wanted.size())
                .mapToObj(index ->
                        new ItemOutcome(wanted.get(index), obtained.isEmpty() || obtained.get(index), outcome.remark()))
                .toList();
    }

    /** Granted, and nothing could be obtained. */
    public void reportImpossible(Person person, RequestId id, String reason) {
        advancing.act(
                request(person, id),
                RequestEvent.IMPOSSIBLE,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.impossible")));
    }

    /**
     * Hands over what was obtained.
     *
     * @param reference under which it was handed over, such as the number of the parcel or of the transfer
     * @param digest SHA-256 of what was handed over, in hexadecimal; empty where it goes by hand
     */
    @Transactional(propagation = Propagation.NEVER)
    public void handOver(Person person, RequestId id, String reference, String digest) {
        handOver(person, id, reference, digest, List.of());
    }

    /**
     * As {@link #handOver(Person, RequestId, String, String)}, out of the vault. The exhibits are read before the request is
     * held; a crash in between leaves all as it was.
     *
     * @param exhibits of this request; without a reference of their own their marks are it, and a single one gives the digest
     */
    @Transactional(propagation = Propagation.NEVER)
    public void handOver(Person person, RequestId id, String reference, String digest, List<ExhibitId> exhibits) {
        var seen = visibility.request(person, id);
        mayExecute(person, seen);
        var chosen = evidence.choose(seen, exhibits);
        transactions.executeWithoutResult(_ -> {
            var request = request(person, id);
            var said = Permissions.said("reference", chosen.reference(reference), "cooperation.refused.handover");
            var sum = digest(chosen.digest(digest));
            var after = advancing.act(
                    request,
                    RequestEvent.HANDED_OVER,
                    person,
                    Particulars.NONE.reference(said).remarks(sum).exhibits(chosen.release(request, person)));
            followingUp.handedOver(after, said);
        });
    }

    /** As it is told, such as {@code sha256:9f86…}; empty where there is none. */
    static String digest(String typed) {
        var sum = typed.strip().toLowerCase(Locale.ROOT);
        if (!sum.isEmpty() && !sum.matches("[0-9a-f]{64}")) {
            throw new ActRefused.Malformed("digest", Said.of("cooperation.refused.digest"));
        }
        return sum.isEmpty() ? "" : "sha256:" + sum;
    }

    /** The order of the requesting State was served on the provider; from now on its time runs (CETS 224 art. 8(6)). */
    public void recordServed(Person person, RequestId id, String provider) {
        advancing.act(
                request(person, id),
                RequestEvent.SERVED,
                person,
                Particulars.NONE.provider(Permissions.said("provider", provider, "cooperation.refused.ordered")));
    }

    private Request request(Person person, RequestId id) {
        var request = visibility.held(person, id);
        mayExecute(person, request);
        return request;
    }

    private static void mayExecute(Person person, Request request) {
        Permissions.side(request, Side.REQUESTED);
        Permissions.executor(person);
    }
}
