package org.comity.node.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One entry as a file for somebody who has nothing else. */
class DisclosureTests {

    private final Disclosure disclosure = SomeDisclosures.withDetails();

    @Test
    void theFileProvesThatTheStepWasRecordedAndWhoWitnessedIt() {
        Disclosure read = Disclosure.read(disclosure.bytes());

        assertThat(read).isEqualTo(disclosure);
        assertThat(read.check()).hasSize(4).allMatch(Disclosure.Finding::holds);
        assertThat(read.tells().inEnglish())
                .isEqualTo("On 2026-11-22T01:14:09Z, party BR-contact-point recorded: request received, about"
                        + " request:7f0c.");
        assertThat(read.facts()).containsEntry("route", "ets185:29");
        assertThat(read.check().getLast().said().inEnglish()).contains("2026-11-22T01:15:09Z");
    }

    @Test
    void itProvesTheSameWithoutTheDetails() {
        Disclosure withheld = SomeDisclosures.withoutDetails();

        assertThat(new String(withheld.bytes(), StandardCharsets.UTF_8)).doesNotContain("ets185:29");
        assertThat(withheld.check()).allMatch(Disclosure.Finding::holds);
        assertThat(withheld.facts()).isEmpty();
    }

    @Test
    void everyOneOfItsCharactersCounts() {
        byte[] file = disclosure.bytes();
        List<Integer> unnoticed = new ArrayList<>();
        for (int place = 0; place < file.length; place++) {
            byte[] altered = file.clone();
            altered[place] ^= 1;
            if (stillSaysSomethingElse(altered)) {
                unnoticed.add(place);
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    @Test
    void aCosignatureOfAnotherWitnessInItsPlaceIsNamed() {
        Disclosure other = SomeDisclosures.withDetails();
        String cosigned = lastLine(disclosure.checkpoint());
        String foreign = lastLine(other.checkpoint());
        assertThat(cosigned.split(" ")[1]).as("under the same name").isEqualTo(foreign.split(" ")[1]);

        for (List<String> witnesses : List.of(disclosure.witnesses(), other.witnesses())) {
            var replaced = new Disclosure(
                    disclosure.kind(),
                    disclosure.statement(),
                    disclosure.salt(),
                    disclosure.details(),
                    disclosure.index(),
                    disclosure.size(),
                    disclosure.path(),
                    disclosure.checkpoint().replace(cosigned, foreign),
                    disclosure.journal(),
                    witnesses);

            assertThat(replaced.check())
                    .filteredOn(finding -> !finding.holds())
                    .extracting(finding -> finding.said().key())
                    .containsExactly("journal.disclosure.not-cosigned");
        }
    }

    private static String lastLine(String note) {
        return note.lines().toList().getLast();
    }

    /** Another spelling of the same file proves the same; anything else must fail. */
    private boolean stillSaysSomethingElse(byte[] altered) {
        try {
            Disclosure read = Disclosure.read(altered);
            boolean same = read.statement().equals(disclosure.statement())
                    && read.facts().equals(disclosure.facts())
                    && read.witnessKeys().equals(disclosure.witnessKeys())
                    && read.journalKey().equals(disclosure.journalKey());
            return read.check().stream().allMatch(Disclosure.Finding::holds) && !same;
        } catch (Disclosure.Unreadable e) {
            return false;
        }
    }

    @Test
    void anotherFileIsNotTakenForOne() {
        for (String file : List.of("", "{}", "[]", "null", "{\"kind\":\"other/1\"}", "\u0000")) {
            assertThatThrownBy(() -> Disclosure.read(file.getBytes()))
                    .as(file)
                    .isInstanceOf(Disclosure.Unreadable.class);
        }
    }
}
