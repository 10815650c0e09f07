package org.comity.node.forum.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.comity.node.forum.mandate.Provenance;
import org.junit.jupiter.api.Test;

class RegisterTests {

    @Property(tries = 100)
    void whatARegisterWroteItReadsAsTheSame(@ForAll("lists") List<Speaker> speakers) {
        var meeting = aMeeting().withSpeakers(speakers);

        var read = Register.SPEAKERS.read(meeting, Register.SPEAKERS.write(meeting));

        assertThat(read.faults()).isEmpty();
        assertThat(read.meeting()).contains(meeting);
    }

    @Test
    void aLineThatCannotBeReadIsNamedAndNothingIsTaken() {
        var read = Register.SPEAKERS.read(aMeeting(), "2 | BR\n\n9 | BR\n2 | Brazil\n2 | igo:Council of Europe | song");

        assertThat(read.meeting()).isEmpty();
        assertThat(read.faults())
                .containsExactly(
                        new LineFault(3, "forum.line.item", "9"),
                        new LineFault(4, "forum.line.party", "Brazil"),
                        new LineFault(5, "forum.line.word", "song"));
    }

    @Test
    void aStatementMayHoldABar() {
        var read = Register.STATEMENTS.read(aMeeting(), "2 | BR | | | law | practice");

        assertThat(read.meeting().orElseThrow().statements())
                .containsExactly(
                        new Statement("2", Party.state("BR"), Distribution.RESTRICTED, "en", "law | practice"));
    }

    @Test
    void oneItemIsOpenAtATime() {
        var at = java.time.Instant.parse("2018-04-03T10:00:00Z");
        var meeting = aMeeting().opening("1", at).opening("2", at.plusSeconds(60));

        assertThat(meeting.agenda())
                .filteredOn(AgendaItem::isOpen)
                .extracting(AgendaItem::number)
                .containsExactly("2");
        assertThat(meeting.item("1").orElseThrow().closedAt()).contains(at.plusSeconds(60));
    }

    @Property(tries = 50)
    void aNewSymbolIsFreeAndReadsAsItself(@ForAll @IntRange(min = 1, max = 40) int taken) {
        var symbols = new java.util.ArrayList<String>();
        for (int number = 0; number < taken; number++) {
            symbols.add(Symbol.next("UNODC/CCPCJ/EG.4", 2018, number % 2 == 0 ? "L." : "CRP.", symbols)
                    .toString());
        }
        var next = Symbol.next("UNODC/CCPCJ/EG.4", 2018, "L.", symbols);
        var revised = next.following("Rev", symbols);

        assertThat(symbols).doesNotHaveDuplicates().doesNotContain(next.toString());
        assertThat(Symbol.of(revised.toString())).contains(revised);
        assertThat(next.distribution()).isEqualTo(Distribution.LIMITED);
    }

    @Provide
    Arbitrary<List<Speaker>> lists() {
        var parties = Arbitraries.of("BR", "observer:PS", "igo:Council of Europe", "company:A provider")
                .map(text -> Party.of(text).orElseThrow());
        return Combinators.combine(
                        Arbitraries.of("", "1", "2"),
                        parties,
                        Arbitraries.of(Speaker.Kind.values()),
                        Arbitraries.of("", "the Group of Arab States"),
                        Arbitraries.of("AL", "TR").list().uniqueElements(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Speaker.Standing.values()))
                .as((item, party, kind, group, aligned, remote, standing) ->
                        new Speaker(item, party, kind, group, aligned, remote, standing, java.util.Optional.empty()))
                .list()
                .ofMaxSize(12);
    }

    public static Meeting aMeeting() {
        return new Meeting(
                "m",
                "cybercrime-eg",
                Meeting.Kind.EXPERT_MEETING,
                4,
                "Fourth meeting",
                "Vienna",
                LocalDate.of(2018, 4, 3),
                LocalDate.of(2018, 4, 5),
                "ccpcj-26-4",
                Meeting.Method.CONSENSUS,
                List.of(AgendaItem.of("1", "Organizational matters"), AgendaItem.of("2", "Legislation and frameworks")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                "",
                "",
                Provenance.entered("2018"));
    }
}
