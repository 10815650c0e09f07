package org.comity.node.forum.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * What Akoma Ntoso 3.0 asks of a document, in rules of our own for the elements that are written here: where each may stand, which
 * attributes it needs, in which order metadata comes. They take no schema's place, and hold where none can be had.
 */
class AkomaNtosoStructureTests {

    private static final Set<String> HIERARCHY = Set.of("chapter", "section", "paragraph", "point", "hcontainer");
    private static final Set<String> INLINE = Set.of("placeholder", "ref", "authorialNote");
    private static final Set<String> NONE = Set.of();

    /** Which elements may stand in which; a hierarchy is looked at further below. */
    private static final Map<String, Set<String>> IN = Map.ofEntries(
            Map.entry("akomaNtoso", Set.of("debateReport")),
            Map.entry("debateReport", Set.of("meta", "preface", "mainBody")),
            Map.entry("meta", Set.of("identification", "lifecycle", "workflow", "references")),
            Map.entry("identification", Set.of("FRBRWork", "FRBRExpression", "FRBRManifestation")),
            Map.entry("lifecycle", Set.of("eventRef")),
            Map.entry("workflow", Set.of("step")),
            Map.entry("references", Set.of("original", "TLCOrganization", "TLCProcess")),
            Map.entry("preface", Set.of("p")),
            Map.entry("mainBody", Set.of("chapter", "section", "paragraph", "hcontainer")),
            Map.entry("p", Set.of("docNumber", "docDate", "docTitle", "placeholder", "ref", "authorialNote")),
            Map.entry("intro", Set.of("p")),
            Map.entry("content", Set.of("p")),
            Map.entry("authorialNote", Set.of("p")),
            Map.entry("num", NONE),
            Map.entry("heading", INLINE),
            Map.entry("crossHeading", INLINE));

    /** Without which an element says nothing. */
    private static final Map<String, Set<String>> NEEDS = Map.ofEntries(
            Map.entry("debateReport", Set.of("name")),
            Map.entry("identification", Set.of("source")),
            Map.entry("lifecycle", Set.of("source")),
            Map.entry("workflow", Set.of("source")),
            Map.entry("references", Set.of("source")),
            Map.entry("FRBRthis", Set.of("value")),
            Map.entry("FRBRuri", Set.of("value")),
            Map.entry("FRBRdate", Set.of("date", "name")),
            Map.entry("FRBRauthor", Set.of("href")),
            Map.entry("FRBRcountry", Set.of("value")),
            Map.entry("FRBRnumber", Set.of("value")),
            Map.entry("FRBRlanguage", Set.of("language")),
            Map.entry("eventRef", Set.of("eId", "date", "source", "type")),
            Map.entry("step", Set.of("eId", "date", "by")),
            Map.entry("original", Set.of("eId", "href", "showAs")),
            Map.entry("TLCOrganization", Set.of("eId", "href", "showAs")),
            Map.entry("TLCProcess", Set.of("eId", "href", "showAs")),
            Map.entry("docDate", Set.of("date")),
            Map.entry("placeholder", Set.of("originalText")),
            Map.entry("ref", Set.of("href")),
            Map.entry("hcontainer", Set.of("eId", "name")),
            Map.entry("chapter", Set.of("eId")),
            Map.entry("section", Set.of("eId")),
            Map.entry("paragraph", Set.of("eId")),
            Map.entry("point", Set.of("eId")));

    private static final Map<String, List<String>> FRBR = Map.of(
            "FRBRWork",
            List.of("FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRcountry", "FRBRnumber"),
            "FRBRExpression",
            List.of("FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRlanguage"),
            "FRBRManifestation",
            List.of("FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor"));

    static Stream<Element> documents() {
        var drafts = List.of(ReportTests.expertGroup(7), ReportTests.addendum(), ReportTests.expertGroup(0));
        var adopted = drafts.getFirst()
                .withBlocks(
                        List.of(Block.of(Block.Kind.PARAGRAPH, "See E/CN.15/2018/6."), Block.of(Block.Kind.LINE, "x")))
                .adopted(new Report.Adopted(6, LocalDate.of(2018, 4, 5), Instant.parse("2018-04-05T16:00:00Z"), "00"));
        var lone = drafts.getFirst()
                .withBlocks(List.of(
                        Block.of(Block.Kind.HEADING, "Alone"),
                        Block.of(Block.Kind.CHAPTER, "Empty"),
                        Block.of(Block.Kind.CHAPTER, "With a section"),
                        Block.of(Block.Kind.SECTION, "Empty"),
                        Block.of(Block.Kind.HEADING, "Below"),
                        Block.of(Block.Kind.ITEM, "An item of its own [...]")));
        return Stream.concat(drafts.stream(), Stream.of(adopted, lone))
                .flatMap(report -> Stream.of("en", "fr", "es", "ar", "ru", "zh")
                        .map(language -> root(AkomaNtoso.of(report, language))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void eachElementStandsWhereItMayWithWhatItNeeds(Element root) {
        assertThat(root.getNamespaceURI()).isEqualTo(AkomaNtoso.NAMESPACE);
        for (var it : all(root)) {
            var name = it.getLocalName();
            if (IN.containsKey(name)) {
                assertThat(names(it)).as("in %s", name).isSubsetOf(IN.get(name));
            }
            for (var attribute : NEEDS.getOrDefault(name, NONE)) {
                assertThat(it.getAttribute(attribute))
                        .as("%s/@%s", name, attribute)
                        .isNotBlank();
            }
            if (HIERARCHY.contains(name)) {
                isAHierarchy(it);
            }
        }
    }

    /** Number, then heading; then either words, or an introduction and parts below it. A level without anything is none. */
    private static void isAHierarchy(Element it) {
        var below = new ArrayList<>(names(it));
        for (var first : List.of("num", "heading")) {
            if (!below.isEmpty() && below.getFirst().equals(first)) {
                below.removeFirst();
            }
        }
        if (below.contains("content")) {
            assertThat(below).as(it.getAttribute("eId")).containsExactly("content");
            return;
        }
        if (!below.isEmpty() && below.getFirst().equals("intro")) {
            below.removeFirst();
        }
        assertThat(below)
                .as(it.getAttribute("eId"))
                .isNotEmpty()
                .allMatch(name -> HIERARCHY.contains(name) || name.equals("crossHeading"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatIdentifiesTheDocumentIsCompleteAndInItsOrder(Element root) {
        assertThat(names(only(root, "debateReport"))).containsExactly("meta", "preface", "mainBody");
        assertThat(names(only(root, "meta"))).containsExactly("identification", "lifecycle", "workflow", "references");
        assertThat(names(only(root, "identification")))
                .containsExactly("FRBRWork", "FRBRExpression", "FRBRManifestation");
        FRBR.forEach(
                (level, parts) -> assertThat(names(only(root, level))).as(level).containsExactlyElementsOf(parts));
        var work = value(only(root, "FRBRWork"));
        var expression = value(only(root, "FRBRExpression"));
        assertThat(expression).startsWith(work + "/");
        assertThat(value(only(root, "FRBRManifestation"))).startsWith(expression + ".");
        assertThat(only(root, "FRBRlanguage").getAttribute("language")).matches("[a-z]{3}");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void idsAreUniqueAndWhatIsReferredToIsThere(Element root) {
        var ids = all(root).stream()
                .map(it -> it.getAttribute("eId"))
                .filter(it -> !it.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(it -> it.matches("[A-Za-z][A-Za-z0-9_.-]*"));
        for (var it : all(root)) {
            for (var attribute : List.of("source", "href", "by", "refersTo")) {
                var said = it.getAttribute(attribute);
                if (said.startsWith("#")) {
                    assertThat(ids).as("%s/@%s", it.getLocalName(), attribute).contains(said.substring(1));
                }
            }
        }
    }

    private static String value(Element level) {
        return ((Element) level.getElementsByTagNameNS("*", "FRBRthis").item(0)).getAttribute("value");
    }

    private static Element only(Element root, String name) {
        var found = root.getElementsByTagNameNS("*", name);
        assertThat(found.getLength()).as(name).isEqualTo(1);
        return (Element) found.item(0);
    }

    private static List<String> names(Element parent) {
        var children = parent.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(it -> it.getLocalName())
                .collect(Collectors.toList());
    }

    private static List<Element> all(Element root) {
        var all = root.getElementsByTagNameNS("*", "*");
        return Stream.concat(
                        Stream.of(root), IntStream.range(0, all.getLength()).mapToObj(at -> (Element) all.item(at)))
                .toList();
    }

    private static Element root(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
