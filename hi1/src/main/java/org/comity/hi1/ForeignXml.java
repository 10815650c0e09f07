package org.comity.hi1;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Copies an element as it is, in one spelling: what is copied from the copy is the same again. Prefixes stay, since values
 * may lean on them; comments go.
 */
final class ForeignXml {

    private final XMLStreamReader parser;
    private final IntSupplier step;
    private final BiFunction<ErrorCode, String, Hi1Exception> refusal;

    ForeignXml(XMLStreamReader parser, IntSupplier step, BiFunction<ErrorCode, String, Hi1Exception> refusal) {
        this.parser = parser;
        this.step = step;
        this.refusal = refusal;
    }

    /** Copies from the start tag to the end tag. */
    void copy(StringBuilder xml, Map<String, String> inScope) {
        copy(xml, inScope, null);
    }

    /** Copies a national type, and gives the country that stands first in it. */
    String copyNational(StringBuilder xml, Map<String, String> inScope, QName slot) {
        return copy(xml, inScope, slot);
    }

    private String copy(StringBuilder xml, Map<String, String> inScope, @Nullable QName slot) {
        var country = new StringBuilder();
        int children = 0;
        int depth = 1;
        startTag(xml, inScope);
        while (depth > 0) {
            switch (step.getAsInt()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    startTag(xml, declaredHere());
                    depth++;
                    if (depth == 2 && ++children == 1 && slot != null) {
                        expectCountry(slot);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    xml.append("</")
                            .append(written(parser.getPrefix(), parser.getLocalName()))
                            .append('>');
                    depth--;
                }
                default -> {
                    Markup.text(xml, parser.getText());
                    if (depth == 2 && children == 1) {
                        country.append(parser.getText());
                    }
                }
            }
        }
        return country.toString();
    }

    private void expectCountry(QName slot) {
        if (!parser.getName().equals(new QName(slot.getNamespaceURI(), "CountryCode"))) {
            throw refusal.apply(
                    ErrorCode.ELEMENT_MISSING, "<CountryCode> must stand first in <%s>".formatted(slot.getLocalPart()));
        }
    }

    private void startTag(StringBuilder xml, Map<String, String> declarations) {
        xml.append('<').append(written(parser.getPrefix(), parser.getLocalName()));
        declarations.forEach((prefix, uri) -> Markup.declare(xml, prefix, uri));
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            xml.append(' ').append(written(parser.getAttributePrefix(i), parser.getAttributeLocalName(i)));
            xml.append("=\"");
            Markup.attribute(xml, parser.getAttributeValue(i));
            xml.append('"');
        }
        xml.append('>');
    }

    private Map<String, String> declaredHere() {
        var declared = new TreeMap<String, String>();
        for (int i = 0; i < parser.getNamespaceCount(); i++) {
            var prefix = parser.getNamespacePrefix(i);
            var uri = parser.getNamespaceURI(i);
            declared.put(prefix == null ? "" : prefix, uri == null ? "" : uri);
        }
        return declared;
    }

    private static String written(String prefix, String localName) {
        return prefix == null || prefix.isEmpty() ? localName : prefix + ":" + localName;
    }
}
