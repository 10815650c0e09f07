package org.comity.hi1;

import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;

/** XML in the making: the same calls always give the same bytes. */
final class Markup {

    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;

    void open(QName name) {
        indent();
        start(name);
        xml.append(">\n");
        depth++;
    }

    void open(QName name, QName type) {
        indent();
        start(name);
        xml.append(" xsi:type=\"").append(Names.written(type)).append("\">\n");
        depth++;
    }

    private void start(QName name) {
        xml.append('<').append(Names.written(name));
        if (depth == 0) {
            Names.BINDINGS.forEach((prefix, uri) -> declare(xml, prefix, uri));
        }
    }

    void close(QName name) {
        depth--;
        indent();
        xml.append("</").append(Names.written(name)).append(">\n");
    }

    void element(QName name, String text) {
        indent();
        var tag = Names.written(name);
        xml.append('<').append(tag).append('>');
        text(xml, text);
        xml.append("</").append(tag).append(">\n");
    }

    void verbatim(String fragment) {
        indent();
        xml.append(fragment).append('\n');
    }

    byte[] bytes() {
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void indent() {
        xml.repeat(' ', 2 * depth);
    }

    static void declare(StringBuilder xml, String prefix, String uri) {
        xml.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix).append("=\"");
        attribute(xml, uri);
        xml.append('"');
    }

    /** A carriage return is written as a reference, or every parser would turn it into a line feed (XML 1.0 §2.11). */
    static void text(StringBuilder xml, String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '\r' -> xml.append("&#13;");
                default -> xml.append(character);
            }
        }
    }

    /** In an attribute, white space other than the blank is written as a reference too (XML 1.0 §3.3.3). */
    static void attribute(StringBuilder xml, String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '"' -> xml.append("&quot;");
                case '\r', '\n', '\t' ->
                    xml.append("&#").append((int) character).append(';');
                default -> xml.append(character);
            }
        }
    }
}
