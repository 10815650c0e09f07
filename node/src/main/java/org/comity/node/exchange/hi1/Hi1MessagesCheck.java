package org.comity.node.exchange.hi1;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.ActionResponse;
import org.comity.hi1.EndpointId;
import org.comity.hi1.ErrorCode;
import org.comity.hi1.HI1Message;
import org.comity.hi1.HI1Object;
import org.comity.hi1.Header;
import org.comity.hi1.Hi1Exception;
import org.comity.hi1.Hi1Reader;
import org.comity.hi1.Hi1Writer;
import org.comity.hi1.NotificationObject;
import org.comity.hi1.NotificationType;
import org.comity.hi1.Payload;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.receiving.Hi1Answers;
import org.comity.hi1.receiving.Hi1Objects;
import org.comity.hi1.receiving.Hi1Receiver;
import org.comity.hi1.receiving.Side;
import org.comity.hi1.receiving.Taken;
import org.comity.node.checkup.Check;
import org.comity.node.checkup.Finding;
import org.comity.node.checkup.Subject;
import org.comity.node.directory.OwnNode;
import org.comity.node.frame.Said;
import org.comity.node.time.WallClock;
import org.springframework.stereotype.Component;

/**
 * What this node writes, its own strict reader takes; and its receiver gives the answers of the standard, with a shelf in memory
 * that is thrown away.
 */
@Component
class Hi1MessagesCheck implements Check {

    private final OwnNode own;
    private final Clock wallClock;

    Hi1MessagesCheck(OwnNode own, @WallClock Clock wallClock) {
        this.own = own;
        this.wallClock = wallClock;
    }

    @Override
    public Subject subject() {
        return Subject.HI1_MESSAGES;
    }

    @Override
    public List<Finding> look() {
        byte[] written =
                Hi1Writer.write(request(ActionRequest.create(notification()), ActionRequest.List.everything()));
        if (!Arrays.equals(written, Hi1Writer.write(Hi1Reader.read(written)))) {
            return List.of(
                    Finding.failed(Said.of("checkup.hi1-messages.differs"), Said.of("checkup.hi1-messages.to-do")));
        }
        var findings = new ArrayList<Finding>();
        findings.add(Finding.well(Said.of("checkup.hi1-messages.well")));
        var wrong = wronglyAnswered(written);
        wrong.forEach(what -> findings.add(
                Finding.failed(Said.of("checkup.hi1-messages.wrong", what), Said.of("checkup.hi1-messages.to-do"))));
        if (wrong.isEmpty()) {
            findings.add(Finding.well(Said.of("checkup.hi1-messages.answers")));
        }
        return findings;
    }

    private List<String> wronglyAnswered(byte[] written) {
        var wrong = new ArrayList<String>();
        var receiver =
                Hi1Receiver.of(Hi1Party.endpoint(own), EnumSet.allOf(Side.class), new Shelf(), new Given(), wallClock);
        var request = Hi1Reader.read(written);
        Taken first = receiver.take(request);
        if (!(answers(first).getFirst() instanceof ActionResponse.Created)) {
            wrong.add("CREATE");
        }
        if (!receiver.take(request).repeated()) {
            wrong.add("the same request twice");
        }
        if (!isRefused(receiver.take(altered(request)), ErrorCode.IMPROPER_VALUE)) {
            wrong.add("another request under the same identifier");
        }
        if (!isFailed(receiver.take(request(ActionRequest.get(UUID.randomUUID()))), ErrorCode.GET_UNKNOWN)) {
            wrong.add("GET of what is not there");
        }
        if (!isUnread(Arrays.copyOf(written, written.length / 2), _ -> true)) {
            wrong.add("a message cut in half");
        }
        if (!isUnread(withForeignElement(written), code -> code == ErrorCode.VALIDATION)) {
            wrong.add("an element that the schema does not know");
        }
        return wrong;
    }

    private HI1Message altered(HI1Message request) {
        return new HI1Message(request.header(), new Payload.Requests(List.of(ActionRequest.create(notification()))));
    }

    private static byte[] withForeignElement(byte[] written) {
        var text = new String(written, StandardCharsets.UTF_8);
        return text.replaceFirst("<(\\w+:)?Payload>", "<Surprise/>$0").getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isUnread(byte[] message, Predicate<ErrorCode> expected) {
        try {
            Hi1Reader.read(message);
            return false;
        } catch (Hi1Exception refused) {
            return expected.test(refused.code());
        }
    }

    private static boolean isRefused(Taken taken, ErrorCode expected) {
        return taken.answer().payload() instanceof Payload.Refusal(var error)
                && error.meaning().filter(expected::equals).isPresent();
    }

    private static boolean isFailed(Taken taken, ErrorCode expected) {
        return answers(taken).getFirst() instanceof ActionResponse.Failed(var error)
                && error.meaning().filter(expected::equals).isPresent();
    }

    private static List<ActionResponse> answers(Taken taken) {
        return taken.answer().payload() instanceof Payload.Responses(var actions)
                ? actions
                : List.of(ActionResponse.failed(ErrorCode.GENERAL, "refused"));
    }

    private HI1Message request(ActionRequest... actions) {
        var here = Hi1Party.endpoint(own);
        return HI1Message.request(Header.of(here, here, UUID.randomUUID(), wallClock.instant()), actions);
    }

    private NotificationObject notification() {
        return NotificationObject.builder(UUID.randomUUID())
                .ownedBy(Hi1Party.endpoint(own))
                .type(NotificationType.GENERAL)
                .isNew(true)
                .timestamp(QualifiedDateTime.of(wallClock.instant()))
                .build();
    }

    /** One counterpart's, for as long as the check takes. */
    private static final class Shelf implements Hi1Objects {

        private final Map<UUID, HI1Object> objects = new HashMap<>();

        @Override
        public Optional<HI1Object> find(EndpointId counterpart, UUID identifier) {
            return Optional.ofNullable(objects.get(identifier));
        }

        @Override
        public List<HI1Object> of(EndpointId counterpart) {
            return List.copyOf(objects.values());
        }

        @Override
        public void save(EndpointId counterpart, HI1Object object) {
            objects.put(object.identifier(), object);
        }
    }

    private static final class Given implements Hi1Answers {

        private final Map<UUID, Hi1Answers.Given> answers = new HashMap<>();

        @Override
        public Optional<Hi1Answers.Given> find(EndpointId sender, UUID transaction) {
            return Optional.ofNullable(answers.get(transaction));
        }

        @Override
        public void save(EndpointId sender, UUID transaction, Hi1Answers.Given given) {
            answers.put(transaction, given);
        }
    }
}
