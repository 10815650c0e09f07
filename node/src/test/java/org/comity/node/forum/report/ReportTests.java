package org.comity.node.forum.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.comity.node.forum.ShippedForum;
import org.comity.node.forum.mandate.Mandate;
import org.comity.node.forum.meeting.Meeting;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.meeting.Point;
import org.comity.node.forum.meeting.Register;
import org.comity.node.forum.recommendation.Compilation;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The draft reports of 2018 are rebuilt from the records of their meetings: the same parts, the same numbers. */
class ReportTests {

    private static final Path SCHEMA = Path.of(System.getProperty("comity.root", "."))
            .resolve("../shared/domain/conformance/akoma-ntoso/akomantoso30.xsd");

    @Test
    void theDraftReportOfThirdOfAprilHasItsPartsAndItsThirtyOneParagraphs() {
        var report = expertGroup(7);

        assertThat(outline(report))
                .containsExactly(
                        "I. Introduction",
                        "1-7",
                        "II. Recommendations",
                        "8-8",
                        "III. Summary of deliberations",
                        "A. Adoption of the Chair’s proposal for the workplan of the Expert Group for the period 2018–2021",
                        "9-9",
                        "B. Legislation and frameworks",
                        "10-18",
                        "C. Criminalization",
                        "19-19",
                        "IV. Organization of the meeting",
                        "A. Opening of the meeting",
                        "20-20",
                        "B. Statements",
                        "21-26",
                        "C. Adoption of the agenda and other organizational matters",
                        "27-27",
                        "D. Attendance",
                        "28-29",
                        "E. Documentation",
                        "30-30",
                        "V. Adoption of the report",
                        "31-31");
        assertThat(paragraph(report, 10)).startsWith("At its [2nd, 3rd and 4th] meetings, on [3 and 4 April 2018]");
        assertThat(paragraph(report, 28))
                .isEqualTo(
                        "The meeting was attended by representatives of 91 Member States, one observer State, one Secretariat"
                                + " unit, 3 intergovernmental organizations and 9 institutions from academia and the private sector.");
        assertThat(report.symbol()).isEqualTo("UNODC/CCPCJ/EG.4/2018/L.1");
    }

    @Test
    void theAddendumOfFifteenthOfMayHasItsTwentyFourParagraphs() {
        var report = addendum();

        assertThat(outline(report))
                .containsExactly(
                        "1-10",
                        "A. Summary by the Chair",
                        "11-11",
                        " Current challenges",
                        "12-14",
                        " Possible responses to them",
                        "15-22",
                        "B. Workshop on criminal justice responses to cybercrime",
                        "23-24");
        assertThat(paragraph(report, 1)).contains("4th, 5th and 6th meetings, on 15 and 16 May 2018");
        assertThat(paragraph(report, 6))
                .startsWith("The representative of BG made a statement on behalf of the European Union and AD, AL, BA");
    }

    @Test
    void aStateThatStandsTwiceInTheListIsPrintedOnceAndFlagged() {
        var list = expertGroup(7).blocks().stream()
                .filter(block -> block.text().startsWith("Experts of the following States"))
                .findFirst()
                .orElseThrow();

        assertThat(list.remark()).contains("CN").doesNotContain("BR");
        assertThat(list.text()).contains("BR, CN, GH").endsWith("CR and DZ.");
        assertThat(list.text().split("CN", -1)).hasSize(2);
    }

    @Test
    void aReportWithOpenTextIsNotAdopted() {
        var report = expertGroup(7);
        var adoption = new Report.Adopted(6, LocalDate.of(2018, 4, 5), Instant.EPOCH, "hash");
        assertThat(report.open()).extracting(Report.Open::number).contains("8.", "10.", "22.", "24.");
        assertThatThrownBy(() -> report.adopted(adoption)).isInstanceOf(ReportRefused.class);

        var closed = report.edited(report.blocks().stream()
                .map(it ->
                        new Block(it.kind(), it.key(), it.text().replaceAll("[\\[\\]]", ""), it.notes(), it.remark()))
                .toList());
        var adopted = closed.adopted(adoption);
        assertThat(adopted.adopted()).isPresent();
        assertThatThrownBy(() -> adopted.edited(List.of())).isInstanceOf(ReportRefused.class);
    }

    @Property
    void moreDelegationsNeverGetWeakerWords(
            @ForAll @IntRange(max = 200) int spoke,
            @ForAll @IntRange(max = 200) int one,
            @ForAll @IntRange(max = 200) int other) {
        var quantifiers = ShippedForum.quantifiers();
        var words = quantifiers.steps().stream().map(Quantifiers.Step::words).toList();
        var fewer = Math.min(Math.min(one, other), spoke);
        var more = Math.min(Math.max(one, other), spoke);

        assertThat(rank(words, quantifiers.wordsFor(fewer, spoke)))
                .isLessThanOrEqualTo(rank(words, quantifiers.wordsFor(more, spoke)));
        assertThat(quantifiers.wordsFor(fewer, spoke).isEmpty()).isEqualTo(fewer == 0);
    }

    @Property
    void manyIsHalfOrMoreOfThoseThatSpokeAndAtLeastFour(
            @ForAll @IntRange(min = 1, max = 200) int spoke, @ForAll @IntRange(min = 1, max = 200) int held) {
        var said = Math.min(held, spoke);
        assertThat(ShippedForum.quantifiers()
                        .wordsFor(said, spoke)
                        .orElseThrow()
                        .equals("Many speakers"))
                .isEqualTo(said >= 4 && 2 * said >= spoke);
        assertThat(ShippedForum.quantifiers().wordsFor(1, spoke)).contains("A speaker");
    }

    @Test
    void akomaNtosoIsWellFormedWithIdsOfItsOwnAndItsOpenTextMarked() throws Exception {
        for (var language : List.of("en", "ar")) {
            var document = parsed(AkomaNtoso.of(expertGroup(7), language));
            var ids = new ArrayList<String>();
            var all = document.getElementsByTagName("*");
            for (int at = 0; at < all.getLength(); at++) {
                var id = all.item(at).getAttributes().getNamedItem("eId");
                if (id != null) {
                    ids.add(id.getNodeValue());
                }
            }
            assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("\\S+"));
            assertThat(document.getElementsByTagName("chapter").getLength()).isEqualTo(5);
            assertThat(document.getElementsByTagName("paragraph").getLength()).isEqualTo(31);
            assertThat(document.getElementsByTagName("placeholder").getLength())
                    .isEqualTo(expertGroup(7).open().size());
        }
        assertThat(parsed(AkomaNtoso.of(addendum(), "en"))
                        .getElementsByTagName("crossHeading")
                        .getLength())
                .isEqualTo(2);
    }

    /**
     * The schema of OASIS is in no artifact of Maven, PyPI or npm that could be found; it is validated against where it lies
     * beside. What {@link AkomaNtosoStructureTests} asks for holds in any case.
     */
    @Test
    void akomaNtosoValidatesAgainstTheSchemaOfOasis() throws Exception {
        assumeThat(Files.exists(SCHEMA))
                .as("akomantoso30.xsd (OASIS LegalDocML) is absent at " + SCHEMA + ": not validated")
                .isTrue();
        var schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(SCHEMA.toFile());
        for (var report : List.of(expertGroup(7), addendum())) {
            schema.newValidator().validate(new StreamSource(new StringReader(AkomaNtoso.of(report, "en"))));
        }
    }

    private static org.w3c.dom.Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static int rank(List<String> words, Optional<String> word) {
        return word.map(words::indexOf).orElse(-1);
    }

    /** Each heading, and between headings the first and last number of the paragraphs there. */
    private static List<String> outline(Report report) {
        var outline = new ArrayList<String>();
        var first = "";
        var last = "";
        for (var it : report.numbered()) {
            if (it.block().kind() == Block.Kind.PARAGRAPH) {
                first = first.isEmpty() ? it.number() : first;
                last = it.number();
            } else if (it.block().kind().isHeading()) {
                if (!first.isEmpty()) {
                    outline.add((first + "-" + last).replace(".", ""));
                }
                first = "";
                outline.add(it.number() + " " + it.block().text());
            }
        }
        outline.add((first + "-" + last).replace(".", ""));
        return outline;
    }

    private static String paragraph(Report report, int number) {
        return report.numbered().stream()
                .filter(it -> it.number().equals(number + "."))
                .findFirst()
                .orElseThrow()
                .block()
                .text();
    }

    static Report expertGroup(int points) {
        var meeting = ShippedForum.meeting("eg-4");
        var entered = new ArrayList<Point>();
        for (int at = 0; at < points; at++) {
            entered.add(new Point(
                    "2",
                    "",
                    meeting.statementsMade().stream()
                            .limit(1 + at * 3L)
                            .map(it -> it.party())
                            .toList(),
                    "spoke of point " + at));
        }
        return ReportBuilding.of(
                "r", Report.Model.EXPERT_GROUP, LocalDate.of(2018, 4, 3), sources(meeting.withPoints(entered)));
    }

    static Report addendum() {
        var meeting = ShippedForum.meeting("ccpcj-27");
        var points = new ArrayList<Point>();
        for (int at = 0; at < 11; at++) {
            points.add(new Point(
                    "5",
                    at < 3 ? "Current challenges" : "Possible responses to them",
                    List.of(Party.state("DE")),
                    "spoke of point " + at));
        }
        var speakers = Register.SPEAKERS
                .read(
                        meeting,
                        "5 | secretariat:Director of the Division for Treaty Affairs | statement | | | spoke\n"
                                + Register.SPEAKERS
                                        .write(meeting)
                                        .replace(
                                                "5 | igo:League",
                                                "5 | secretariat:Chair of the Commission on the Status of Women | statement | | | spoke\n5 | igo:League"))
                .meeting()
                .orElseThrow();
        return ReportBuilding.of(
                "r", Report.Model.ADDENDUM, LocalDate.of(2018, 5, 15), sources(speakers.withPoints(points)));
    }

    private static ReportSources sources(Meeting meeting) {
        return new ReportSources(
                ShippedForum.body(meeting.body()),
                Optional.empty(),
                meeting,
                ShippedForum.meetings().stream()
                        .filter(it ->
                                it.body().equals(meeting.body()) && !it.id().equals(meeting.id()))
                        .toList(),
                ShippedForum.mandates().stream().collect(Collectors.toMap(Mandate::id, Function.identity())),
                new Compilation(List.of()),
                Optional.empty(),
                Optional.empty(),
                ShippedForum.quantifiers(),
                (code, day) -> code,
                Function.identity());
    }
}
