package org.comity.node.cooperation;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.duty.KeepingWatch;
import org.comity.node.exchange.AnswerFiled;
import org.comity.node.exchange.SignatureCheck;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.Power;
import org.comity.node.notice.Audience;
import org.comity.node.notice.Notice;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people what a step asks of them or has settled for them; only who may see the request is told. */
@Component
class TellingOfSteps {

    private final Requests requests;
    private final Visibility visibility;
    private final Notices notices;
    private final People people;
    private final KeepingWatch watch;
    private final Assignments assignments;

    TellingOfSteps(
            Requests requests,
            Visibility visibility,
            Notices notices,
            People people,
            KeepingWatch watch,
            Assignments assignments) {
        this.requests = requests;
        this.visibility = visibility;
        this.notices = notices;
        this.people = people;
        this.watch = watch;
        this.assignments = assignments;
    }

    @EventListener
    void told(StepTaken taken) {
        requests.find(taken.step().request()).ifPresent(request -> told(taken.step(), request));
    }

    /** A signed mail is filed by itself, so nobody has read it yet; what a person filed, that person has. */
    @EventListener
    void filed(AnswerFiled filed) {
        if (filed.signature() == SignatureCheck.PROVED) {
            requests.find(new RequestId(filed.conversation())).ifPresent(request -> {
                var notice = Notice.of(
                                NoticeKind.ANSWERED,
                                "/requests/" + request.id(),
                                "cooperation.told.their-answer",
                                request.reference())
                        .once("answer:" + filed.answer());
                notices.tell(
                        Audience.of(keepersOf(request).stream()
                                .filter(person -> visibility.isVisible(person, request))
                                .toList()),
                        request.content().urgency().isEmergency() ? notice.asEmergency() : notice);
            });
        }
    }

    @EventListener
    void found(UnfetchableDeliveries.Found found) {
        requests.find(found.request())
                .ifPresent(request -> notices.tell(
                        Audience.of(keepersOf(request).stream()
                                .filter(person -> visibility.isVisible(person, request))
                                .toList()),
                        Notice.of(
                                        NoticeKind.DELIVERY,
                                        "/requests/" + request.id(),
                                        "cooperation.told.unfetchable",
                                        request.reference())
                                .once("unfetchable:" + found.delivery())));
    }

    private void told(Step step, Request request) {
        boolean fromOtherSide =
                step.by() != By.of(request.side()) && step.by() != By.CLOCK && step.by() != By.TRANSPORT;
        if (step.event() == RequestEvent.SUBMITTED) {
            tell(request, step, approversOf(request), NoticeKind.TO_APPROVE, "to-approve");
        } else if (step.event() == RequestEvent.RETURNED || step.event() == RequestEvent.APPROVED) {
            tell(request, step, drafterOf(request), NoticeKind.ANSWERED, "answered");
        } else if (step.event() == RequestEvent.UNDELIVERABLE) {
            tell(request, step, keepersOf(request), NoticeKind.DELIVERY, "undeliverable");
        } else if (step.event() == RequestEvent.LEGALLY_CHECKED && DecidingRequest.needsSecondPerson(request)) {
            tell(request, step, decidersOf(request), NoticeKind.TO_APPROVE, "to-decide");
        } else if (step.number() == 1 && request.side() == Side.REQUESTED) {
            tell(request, step, keepersOf(request), NoticeKind.ARRIVED, "arrived");
        } else if (step.by() == By.CLOCK) {
            tell(request, step, keepersOf(request), NoticeKind.DEADLINE, "deadline");
        } else if (fromOtherSide && request.side() == Side.REQUESTED) {
            tell(request, step, keepersOf(request), NoticeKind.ARRIVED, "arrived");
        } else if (fromOtherSide) {
            tell(request, step, keepersOf(request), NoticeKind.ANSWERED, "answered");
        }
    }

    private void tell(Request request, Step step, Collection<Person> whom, NoticeKind kind, String what) {
        var visibleTo = whom.stream()
                .filter(person -> visibility.isVisible(person, request))
                .filter(person -> !person.name().equals(step.actor()))
                .toList();
        var notice = Notice.of(kind, "/requests/" + request.id(), "cooperation.told." + what, request.reference())
                .once("step:" + request.id() + "/" + step.number());
        notices.tell(Audience.of(visibleTo), request.content().urgency().isEmergency() ? notice.asEmergency() : notice);
    }

    private List<Person> approversOf(Request request) {
        return people.with(Power.APPROVE).stream()
                .filter(person -> request.drafter()
                        .map(drafter -> person.mayAsSecond(Power.APPROVE, drafter.id()))
                        .orElse(true))
                .toList();
    }

    /** Who may decide after the legal check that somebody else made. */
    private List<Person> decidersOf(Request request) {
        return people.with(Power.APPROVE).stream()
                .filter(person -> request.legalCheck()
                        .map(check -> person.mayAsSecond(Power.APPROVE, check.by()))
                        .orElse(true))
                .toList();
    }

    private List<Person> drafterOf(Request request) {
        return request.drafter().flatMap(drafter -> people.find(drafter.id())).stream()
                .toList();
    }

    /** Who works on it and who drafted it; if nobody does, who is on duty. */
    private List<Person> keepersOf(Request request) {
        var keepers = Stream.concat(
                        assignments.of(request.id()).flatMap(it -> people.find(it.person())).stream(),
                        drafterOf(request).stream())
                .distinct()
                .toList();
        return keepers.isEmpty() ? watch.onDuty(powerFor(request)) : keepers;
    }

    private static Power powerFor(Request request) {
        if (!request.kind().isOrder()) {
            return Power.ANSWER;
        }
        return request.side() == Side.REQUESTING ? Power.DRAFT : Power.PRODUCE;
    }
}
