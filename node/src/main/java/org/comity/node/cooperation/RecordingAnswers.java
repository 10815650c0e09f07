package org.comity.node.cooperation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.TheirAnswer.Part;
import org.comity.node.cooperation.TheirAnswer.Source;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.LifeCycle;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Extensions;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.directory.Counterpart;
import org.comity.node.directory.Counterparts;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.ReceivedAnswer;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what a counterpart without a node answered by mail or on paper. The request lives by the same table as one
 * between nodes; a person stands for the message that a node would have sent, and the mail or letter is the source.
 */
@Service
@Transactional
public class RecordingAnswers {

    /** Steps that are said by what comes after them: who has preserved the data has taken the request. */
    private static final List<RequestEvent> IMPLIED = List.of(
            RequestEvent.ACKNOWLEDGED,
            RequestEvent.RESUMED,
            RequestEvent.ACCEPTED,
            RequestEvent.ORDERED,
            RequestEvent.SERVED,
            RequestEvent.EXECUTED,
            RequestEvent.FOLLOWUP_RECEIVED);

    private final Visibility visibility;
    private final Requests requests;
    private final Timeline timeline;
    private final Counterparts counterparts;
    private final Correspondence correspondence;
    private final Advancing advancing;

    RecordingAnswers(
            Visibility visibility,
            Requests requests,
            Timeline timeline,
            Counterparts counterparts,
            Correspondence correspondence,
            Advancing advancing) {
        this.visibility = visibility;
        this.requests = requests;
        this.timeline = timeline;
        this.counterparts = counterparts;
        this.correspondence = correspondence;
        this.advancing = advancing;
    }

    /**
     * What can be written down.
     *
     * @param answers what the counterpart could have answered by now, each with what it would have to say; none for a person
     *     who may only read
     * @param received what is filed with the request, oldest first
     * @param inTray how many mails that seem to belong to it wait to be filed
     */
    public record Offer(
            Counterpart counterpart,
            Map<RequestEvent, List<Part>> answers,
            List<ReceivedAnswer> received,
            long inTray) {}

    /** Empty for a counterpart that speaks for itself. */
    @Transactional(readOnly = true)
    public Optional<Offer> offered(Person person, RequestId id) {
        var request = visibility.request(person, id);
        return spokenFor(request)
                .map(counterpart -> new Offer(
                        counterpart,
                        Permissions.isDesk(person) ? answers(request) : Map.of(),
                        correspondence.answers(id.value()),
                        correspondence.answersInTray(id.value())));
    }

    /** A document of what is filed with the request. @param number from 1 */
    @Transactional(readOnly = true)
    public Optional<Enclosure> document(Person person, RequestId id, UUID answer, int number) {
        var request = visibility.request(person, id);
        return filed(request, answer).map(it -> correspondence.documents(it.id())).stream()
                .flatMap(documents -> documents.stream().skip(number - 1L))
                .findFirst();
    }

    private Map<RequestEvent, List<Part>> answers(Request request) {
        var pending = Extensions.isPending(timeline.of(request.id()));
        var answers = new LinkedHashMap<RequestEvent, List<Part>>();
        for (var event : RequestEvent.values()) {
            if (event.travels() && !isInPart(event) && (pending || !isAboutExtension(event))) {
                way(request, event)
                        .ifPresent(way -> answers.put(
                                event,
                                way.stream()
                                        .flatMap(step -> TheirAnswer.parts(step).stream())
                                        .filter(part -> part != Part.KEPT_ITEMS || isChoice(request, event))
                                        .distinct()
                                        .sorted()
                                        .toList()));
            }
        }
        return answers;
    }

    private static boolean isChoice(Request request, RequestEvent event) {
        return request.itemsFor(event, By.REQUESTED).size() > 1;
    }

    private Optional<Counterpart> spokenFor(Request request) {
        return request.side() == Side.REQUESTING && !request.state().isBeforeSending()
                ? request.counterpart()
                        .flatMap(counterparts::find)
                        .filter(it -> !it.channel().leadsToANode())
                : Optional.empty();
    }

    /** Told apart by what was there, not by the person who writes it down. */
    private static boolean isInPart(RequestEvent event) {
        return switch (event) {
            case PARTLY_PRESERVED, PARTLY_EXECUTED, PARTLY_DISCLOSED -> true;
            default -> false;
        };
    }

    private static boolean isAboutExtension(RequestEvent event) {
        return event == RequestEvent.EXTENSION_GRANTED || event == RequestEvent.EXTENSION_DECLINED;
    }

    /** The steps that it implies, and itself at the end; empty where it can't have come by now. */
    private static Optional<List<RequestEvent>> way(Request request, RequestEvent event) {
        if (request.offers(event, By.REQUESTED)) {
            return Optional.of(List.of(event));
        }
        var way = new ArrayList<RequestEvent>();
        var state = request.state();
        for (var implied : IMPLIED) {
            if (next(request.life(), state, event).isPresent()) {
                break;
            }
            var step = next(request.life(), state, implied);
            if (step.isPresent()) {
                way.add(implied);
                state = step.get();
            }
        }
        if (next(request.life(), state, event).isEmpty()) {
            return Optional.empty();
        }
        way.add(event);
        return Optional.of(way);
    }

    /** Of the crossing rows only the one by which an answer proves the delivery. */
    private static Optional<RequestState> next(LifeCycle life, RequestState state, RequestEvent event) {
        return life.find(state, event, By.REQUESTED)
                .filter(row -> !row.crossing() || event == RequestEvent.ACKNOWLEDGED)
                .map(LifeCycle.Row::to);
    }

    /**
     * @throws ActRefused.NotPermitted when the counterpart has a node that speaks for itself
     * @throws ActRefused.WrongState when the counterpart could not have answered so by now
     * @throws ActRefused.Malformed when the answer lacks what such an answer says
     */
    public void record(Person person, RequestId id, TheirAnswer answer) {
        Permissions.desk(person);
        var request = visibility.held(person, id);
        var counterpart = spokenFor(request)
                .orElseThrow(() -> new ActRefused.NotPermitted(
                        Said.of("cooperation.refused.speaks-for-itself", request.reference())));
        requireTime(request, answer.at());
        var way = way(request, answer.event())
                .filter(it -> answers(request).containsKey(answer.event()))
                .orElseThrow(() -> new ActRefused.WrongState(request, answer.event()));
        var said = WrittenAnswer.of(request, answer);
        var steps = way.stream().map(said::step).toList();
        var hand = new Hand(person, said.at(), source(request, counterpart, answer.source(), person));
        var after = request;
        for (var step : steps) {
            var told = isHandedOver(step.event()) ? attested(step.particulars(), hand.source()) : step.particulars();
            after = write(after, step.event(), told, hand);
            followed(after, step.event(), told, hand);
        }
    }

    /** Who writes it down, for which moment, from what. */
    private record Hand(Person person, Instant at, UUID source) {}

    private Request write(Request request, RequestEvent event, Particulars said, Hand hand) {
        return advancing.recorded(request, event, hand.person(), hand.at(), said.source(hand.source()));
    }

    private void requireTime(Request request, Instant at) {
        var sent = timeline.of(request.id()).stream()
                .filter(step -> step.event() == RequestEvent.APPROVED)
                .map(Step::occurredAt)
                .findFirst()
                .orElse(request.openedAt());
        if (at.isAfter(advancing.now())) {
            throw new ActRefused.Malformed("answeredAt", Said.of("cooperation.refused.answered-later"));
        }
        if (at.isBefore(sent.truncatedTo(ChronoUnit.MINUTES))) {
            throw new ActRefused.Malformed("answeredAt", Said.of("cooperation.refused.answered-before", sent));
        }
    }

    private UUID source(Request request, Counterpart counterpart, Source source, Person person) {
        return switch (source) {
            case Source.Filed(UUID answer) ->
                filed(request, answer)
                        .map(ReceivedAnswer::id)
                        .orElseThrow(() -> new ActRefused.Malformed(
                                "source", Said.of("cooperation.refused.their-source-unknown")));
            case Source.Brought(String text, List<Enclosure> documents) -> {
                if (text.isBlank() && documents.isEmpty()) {
                    throw new ActRefused.Malformed("text", Said.of("cooperation.refused.their-source"));
                }
                yield correspondence.file(request.id().value(), counterpart.organisation(), text, documents, person);
            }
        };
    }

    private Optional<ReceivedAnswer> filed(Request request, UUID answer) {
        return correspondence.answers(request.id().value()).stream()
                .filter(it -> it.id().equals(answer))
                .findFirst();
    }

    private static boolean isHandedOver(RequestEvent event) {
        return event == RequestEvent.HANDED_OVER
                || event == RequestEvent.DISCLOSED
                || event == RequestEvent.PARTLY_DISCLOSED;
    }

    /** The digest of what came with the answer, where it names none and only one document came. */
    private Particulars attested(Particulars said, UUID source) {
        var documents = correspondence.documents(source);
        return said.remarks().isEmpty() && documents.size() == 1
                ? said.remarks(
                        "sha256:" + DeliveredFiles.sha256(documents.getFirst().content()))
                : said;
    }

    /** What its node would tell of the preservation too: that its request arrived, and that the data is out of its hands. */
    private void followed(Request request, RequestEvent event, Particulars said, Hand hand) {
        if (event != RequestEvent.ACKNOWLEDGED && !isHandedOver(event)
                || !request.kind().obtains()) {
            return;
        }
        var told = event == RequestEvent.ACKNOWLEDGED ? RequestEvent.FOLLOWUP_RECEIVED : RequestEvent.PRODUCED;
        var reference = Particulars.NONE.reference(said.reference().orElse(request.reference()));
        var kept = request.follows()
                .flatMap(requests::hold)
                .filter(earlier -> earlier.counterpart().equals(request.counterpart()));
        for (var step : kept.flatMap(earlier -> way(earlier, told)).orElse(List.of())) {
            kept = kept.map(earlier ->
                    write(earlier, step, reference.outcomes(FollowingUp.askedFor(request, earlier, step)), hand));
        }
    }
}
