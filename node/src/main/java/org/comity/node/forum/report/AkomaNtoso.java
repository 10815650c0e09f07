package org.comity.node.forum.report;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.comity.node.forum.report.Block.Kind;

/**
 * A report as Akoma Ntoso 3.0 (OASIS LegalDocML), in the manner of its profile for the United Nations: a {@code debateReport}
 * with chapters, sections, numbered paragraphs and points; open text as placeholders; symbols as references.
 */
public final class AkomaNtoso {

    public static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    private static final Pattern SYMBOL =
            Pattern.compile("(?:A|E|UNODC)/[A-Z][A-Za-z0-9./]*/[A-Za-z0-9./]*[A-Za-z0-9]");

    private final Report report;
    private final String language;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final Deque<Kind> open = new ArrayDeque<>();
    /** Ids of the open levels; empty for one that has something in it. */
    private final Deque<String> bare = new ArrayDeque<>();

    private int notes;
    private int spots;

    private AkomaNtoso(Report report, String language) throws XMLStreamException {
        this.report = report;
        this.language = language;
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    public static String of(Report report, String language) {
        try {
            return new AkomaNtoso(report, language).write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Can't write the report as XML.", e);
        }
    }

    private String write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "akomaNtoso");
        xml.writeDefaultNamespace(NAMESPACE);
        start("debateReport", "name", report.adopted().isPresent() ? "report" : "reportDraft");
        meta();
        preface();
        start("mainBody", "eId", "mainBody");
        body();
        end();
        end();
        end();
        xml.writeEndDocument();
        xml.flush();
        return text.toString();
    }

    private void meta() throws XMLStreamException {
        var work =
                "/akn/un/debateReport/" + report.date() + "/" + report.symbol().replaceAll("[^A-Za-z0-9.]+", "-");
        var iso = iso(language);
        var expression = work + "/" + iso + "@" + report.date();
        start("meta");
        start("identification", "source", "#secretariat");
        start("FRBRWork");
        identified(work, "generation");
        empty("FRBRcountry", "value", "un");
        empty("FRBRnumber", "value", report.symbol());
        end();
        start("FRBRExpression");
        identified(expression, "generation");
        empty("FRBRlanguage", "language", iso);
        end();
        start("FRBRManifestation");
        identified(expression + ".xml", "markup");
        end();
        end();
        start("lifecycle", "source", "#secretariat");
        empty(
                "eventRef",
                "eId",
                "drafted",
                "date",
                report.date().toString(),
                "source",
                "#original",
                "type",
                "generation");
        end();
        start("workflow", "source", "#secretariat");
        empty("step", "eId", "step_draft", "date", report.date().toString(), "by", "#body", "refersTo", "#draft");
        if (report.adopted().isPresent()) {
            var adopted = report.adopted().get();
            empty(
                    "step",
                    "eId",
                    "step_adopted",
                    "date",
                    adopted.day().toString(),
                    "by",
                    "#body",
                    "refersTo",
                    "#adopted");
        }
        end();
        start("references", "source", "#secretariat");
        empty("original", "eId", "original", "href", expression, "showAs", report.symbol());
        empty(
                "TLCOrganization",
                "eId",
                "body",
                "href",
                "/akn/ontology/organization/un/" + slug(report.body()),
                "showAs",
                report.body());
        empty(
                "TLCOrganization",
                "eId",
                "secretariat",
                "href",
                "/akn/ontology/organization/un/secretariat",
                "showAs",
                "Secretariat");
        empty("TLCProcess", "eId", "draft", "href", "/akn/ontology/process/un/draft", "showAs", "Draft");
        empty("TLCProcess", "eId", "adopted", "href", "/akn/ontology/process/un/adoption", "showAs", "Adopted");
        end();
        end();
    }

    private void identified(String iri, String event) throws XMLStreamException {
        empty("FRBRthis", "value", iri);
        empty("FRBRuri", "value", iri);
        empty("FRBRdate", "date", report.date().toString(), "name", event);
        empty("FRBRauthor", "href", "#body");
    }

    private void preface() throws XMLStreamException {
        start("preface", "eId", "preface");
        if (!report.masthead().isEmpty()) {
            line("masthead", report.masthead());
        }
        line("distribution", ReportPhrases.text(language, "distr-limited"));
        marked("docNumber", "number", report.symbol());
        start("p", "class", "date");
        start("docDate", "date", report.date().toString());
        xml.writeCharacters(report.date().toString());
        end();
        end();
        line("original", ReportPhrases.text(language, "original." + report.original()));
        line("body", report.body());
        if (!report.session().isEmpty()) {
            line("session", report.session());
        }
        line("place", report.place());
        marked(
                "docTitle",
                "title",
                ReportPhrases.text(language, report.adopted().isPresent() ? "report" : "draft-report"));
        if (!report.subject().isEmpty()) {
            line("subject", report.subject());
        }
        end();
    }

    private void marked(String element, String as, String words) throws XMLStreamException {
        start("p", "class", as);
        start(element);
        xml.writeCharacters(words);
        end();
        end();
    }

    private void line(String as, String words) throws XMLStreamException {
        start("p", "class", as);
        xml.writeCharacters(words);
        end();
    }

    private void body() throws XMLStreamException {
        var all = report.numbered();
        for (int at = 0; at < all.size(); at++) {
            var it = all.get(at);
            switch (it.block().kind()) {
                case CHAPTER -> {
                    close(0);
                    heading("chapter", it);
                }
                case SECTION -> {
                    close(open.contains(Kind.CHAPTER) ? 1 : 0);
                    heading("section", it);
                }
                case HEADING -> {
                    close(depth());
                    if (open.isEmpty()) {
                        start("hcontainer", "eId", "part_" + it.place(), "name", "part");
                        open.push(Kind.HEADING);
                        bare.push("");
                    }
                    filled();
                    start("crossHeading", "eId", "heading_" + it.place());
                    xml.writeCharacters(ReportPhrases.of(it.block(), report.original(), language));
                    end();
                }
                case PARAGRAPH -> {
                    var last = at + 1;
                    while (last < all.size() && isUnder(all.get(last).block().kind())) {
                        last++;
                    }
                    paragraph(it, all.subList(at + 1, last));
                    at = last - 1;
                }
                case ITEM, LINE -> paragraph(it, List.of());
            }
        }
        close(0);
    }

    private static boolean isUnder(Kind kind) {
        return kind == Kind.ITEM || kind == Kind.LINE;
    }

    private int depth() {
        return open.size();
    }

    private void heading(String element, Report.Numbered it) throws XMLStreamException {
        filled();
        start(element, "eId", element + "_" + it.place());
        open.push(it.block().kind());
        bare.push(element + "_" + it.place());
        number(it.number());
        start("heading");
        xml.writeCharacters(ReportPhrases.of(it.block(), report.original(), language));
        end();
    }

    /** A paragraph says its words itself, or introduces its points with them. */
    private void paragraph(Report.Numbered it, List<Report.Numbered> points) throws XMLStreamException {
        filled();
        var id = "para_" + it.place();
        start("paragraph", "eId", id);
        number(it.number());
        start(points.isEmpty() ? "content" : "intro", "eId", id + (points.isEmpty() ? "__content" : "__intro"));
        words(it.block());
        end();
        for (var point : points) {
            var pointId = id + "__point_" + point.place();
            start("point", "eId", pointId);
            number(point.number());
            start("content", "eId", pointId + "__content");
            words(point.block());
            end();
            end();
        }
        end();
    }

    private void number(String number) throws XMLStreamException {
        if (!number.isEmpty()) {
            start("num");
            xml.writeCharacters(number);
            end();
        }
    }

    private void words(Block block) throws XMLStreamException {
        start("p");
        for (var run : block.runs()) {
            if (run.open()) {
                start("placeholder", "eId", "open_" + ++spots, "originalText", run.text());
                xml.writeCharacters(run.text());
                end();
            } else {
                referring(run.text());
            }
        }
        for (var note : block.notes()) {
            start("authorialNote", "eId", "note_" + ++notes, "marker", String.valueOf(notes), "placement", "bottom");
            start("p");
            xml.writeCharacters(note);
            end();
            end();
        }
        end();
    }

    private void referring(String words) throws XMLStreamException {
        var matcher = SYMBOL.matcher(words);
        var done = 0;
        while (matcher.find()) {
            xml.writeCharacters(words.substring(done, matcher.start()));
            start("ref", "href", "https://undocs.org/" + matcher.group());
            xml.writeCharacters(matcher.group());
            end();
            done = matcher.end();
        }
        xml.writeCharacters(words.substring(done));
    }

    private void filled() {
        if (!bare.isEmpty()) {
            bare.pop();
            bare.push("");
        }
    }

    /** A level in which nothing was written has an empty paragraph, for a level is never empty. */
    private void close(int depth) throws XMLStreamException {
        while (open.size() > depth) {
            open.pop();
            var id = bare.pop();
            if (!id.isEmpty()) {
                start("content", "eId", id + "__content");
                empty("p");
                end();
            }
            end();
        }
    }

    private static String slug(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** ISO 639-2, as IRIs of Akoma Ntoso have it. */
    private static String iso(String language) {
        return java.util.Locale.of(language).getISO3Language();
    }

    private void start(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, element);
        attributes(attributes);
    }

    private void empty(String element, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(NAMESPACE, element);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int at = 0; at < attributes.length; at += 2) {
            xml.writeAttribute(attributes[at], attributes[at + 1]);
        }
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }
}
