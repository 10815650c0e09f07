package org.comity.node.cooperation.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.LifeCycle;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each row of each life, as a request takes it; and nothing that is not a row. */
class TransitionsTests {

    @TestFactory
    Stream<DynamicNode> everyTransitionOfEveryKind() {
        return Arrays.stream(RequestKind.values())
                .map(kind -> DynamicContainer.dynamicContainer(
                        kind.token(),
                        Stream.concat(
                                kind.life().table().stream().map(row -> takes(kind, row)),
                                Stream.of(takesNothingElse(kind)))));
    }

    private static DynamicTest takes(RequestKind kind, LifeCycle.Row row) {
        return DynamicTest.dynamicTest("%s, %s by %s".formatted(row.from(), row.event(), row.by()), () -> {
            var request = request(kind, row.from());
            assertThat(request.taking(row.event(), row.by(), Particulars.NONE).map(Request::state))
                    .hasValue(row.to());
            assertThat(request.offers(row.event(), row.by()))
                    .as("what only passed a message of ours on its way is offered to nobody")
                    .isEqualTo(!row.crossing());
        });
    }

    private static DynamicTest takesNothingElse(RequestKind kind) {
        return DynamicTest.dynamicTest("nothing else", () -> {
            for (var state : RequestState.values()) {
                for (var event : RequestEvent.values()) {
                    for (var by : By.values()) {
                        if (kind.life().find(state, event, by).isEmpty()) {
                            assertThat(request(kind, state).taking(event, by, Particulars.NONE))
                                    .as("%s, %s by %s", state, event, by)
                                    .isEmpty();
                        }
                    }
                }
            }
        });
    }

    private static Request request(RequestKind kind, RequestState state) {
        return new Request(
                new RequestId(new UUID(1, 1)),
                kind,
                Optional.empty(),
                Side.REQUESTED,
                Optional.empty(),
                Optional.empty(),
                "BR-2026-0001",
                "",
                state,
                1,
                RequestContent.blank(new Offence(List.of(), "illegal access", ""), "Access was sold."),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Translations.NONE,
                Instant.parse("2026-11-22T12:00:00Z"));
    }
}
