package org.comity.hi1;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A place in a message, always at a start or end tag. It lets nothing pass that a message has no use for: no document type,
 * no entity of one's own, no processing instruction, no stray text or attribute, no depth without end.
 */
final class Cursor {

    private static final int MAX_ATTRIBUTES = 48;
    private static final int MAX_ATTRIBUTE_LENGTH = 2_048;
    private static final Set<String> SCHEMA_HINTS = Set.of("schemaLocation", "noNamespaceSchemaLocation");

    /** The parser of the JDK and no other, whatever stands on the class path: the settings below are its own. */
    private static final XMLInputFactory PARSERS = hardened();

    /** Many small foreign elements under a root with long declarations would each copy them. */
    private static final int MAX_FOREIGN_LENGTH = 1 << 20;

    private final XMLStreamReader parser;
    private final int maxDepth;
    private long foreignLength;
    private final Deque<Map<String, String>> declarations = new ArrayDeque<>();

    private Cursor(XMLStreamReader parser, int maxDepth) {
        this.parser = parser;
        this.maxDepth = maxDepth;
    }

    /** At the start tag of the outermost element. */
    static Cursor over(String xml, int maxDepth) {
        try {
            var cursor = new Cursor(PARSERS.createXMLStreamReader(new StringReader(xml)), maxDepth);
            cursor.checkEncoding();
            cursor.advance();
            return cursor;
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the message is read");
        });
        return factory;
    }

    private void checkEncoding() {
        var encoding = parser.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw refuse(
                    ErrorCode.ENCODING_NOT_SUPPORTED, "the encoding must be UTF-8, but is " + Text.shown(encoding));
        }
        if (parser.getVersion() != null && !parser.getVersion().equals("1.0")) {
            throw refuse(ErrorCode.ENCODING_NOT_SUPPORTED, "only XML 1.0 is read");
        }
    }

    boolean at(QName name) {
        return parser.getEventType() == XMLStreamConstants.START_ELEMENT
                && parser.getName().equals(name);
    }

    boolean atElementCalled(String localName) {
        return parser.getEventType() == XMLStreamConstants.START_ELEMENT
                && parser.getLocalName().equals(localName);
    }

    /** What stands here, for a message to people. */
    String found() {
        var name = Text.shown(parser.getLocalName());
        return parser.getEventType() == XMLStreamConstants.START_ELEMENT
                ? "<%s> of %s".formatted(name, Text.shown(String.valueOf(parser.getNamespaceURI())))
                : "the end of <%s>".formatted(name);
    }

    void expect(QName name) {
        if (at(name)) {
            return;
        }
        if (parser.getEventType() == XMLStreamConstants.END_ELEMENT) {
            throw refuse(
                    ErrorCode.ELEMENT_MISSING, "<%s> is missing before %s".formatted(name.getLocalPart(), found()));
        }
        throw refuse(ErrorCode.VALIDATION, "<%s> is needed here, but found %s".formatted(name.getLocalPart(), found()));
    }

    /** Goes into the element; only a type that stands for an abstract one is named by its {@code xsi:type}. */
    QName enter(@Nullable QName type) {
        checkAttributes(type != null);
        var name = parser.getName();
        advance();
        return name;
    }

    void leave(QName name) {
        if (parser.getEventType() == XMLStreamConstants.START_ELEMENT) {
            throw refuse(
                    ErrorCode.VALIDATION,
                    "%s is not expected here in <%s>: unknown, repeated or out of order"
                            .formatted(found(), name.getLocalPart()));
        }
        advance();
    }

    /** The text of an element without children, made into a value. */
    <T> T value(Function<String, T> parse) {
        checkAttributes(false);
        var place = place();
        var text = text();
        return place.check(() -> parse.apply(text));
    }

    /** The type that {@code xsi:type} names (a QName within a value, resolved by the prefixes in scope). */
    QName type() {
        var written = parser.getAttributeValue(Names.XSI, "type");
        if (written == null) {
            throw refuse(ErrorCode.VALIDATION, "%s needs xsi:type".formatted(found()));
        }
        var parts = Text.collapsed(written).split(":", -1);
        if (parts.length > 2) {
            throw refuse(ErrorCode.VALIDATION, "\"%s\" is no type".formatted(Text.shown(written)));
        }
        var prefix = parts.length == 2 ? parts[0] : "";
        var namespace = parser.getNamespaceURI(prefix);
        if (namespace == null && !prefix.isEmpty()) {
            throw refuse(
                    ErrorCode.VALIDATION,
                    "the prefix of the type \"%s\" is bound to nothing".formatted(Text.shown(written)));
        }
        return new QName(namespace, parts[parts.length - 1]);
    }

    /** National parameters as they are, to be kept; see {@link ForeignParameters}. */
    ForeignParameters foreign(QName type) {
        var place = place();
        var slot = parser.getName();
        var xml = new StringBuilder();
        var country = copier().copyNational(xml, bindingsInScope(), slot);
        kept(place, xml);
        return place.check(
                () -> new ForeignParameters(new CountryCode(Text.collapsed(country)), slot, type, xml.toString()));
    }

    /** The element as it is, to be kept; see {@link ForeignElement}. */
    ForeignElement element() {
        var place = place();
        var name = parser.getName();
        var xml = new StringBuilder();
        copier().copy(xml, bindingsInScope());
        kept(place, xml);
        return new ForeignElement(name, xml.toString());
    }

    /** At the start of any element. */
    boolean atElement() {
        return parser.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    /** At the start of an element of another namespace than this, and of one at all (XML Schema "##other"). */
    boolean atOtherThan(String namespace) {
        return atElement()
                && parser.getNamespaceURI() != null
                && !parser.getNamespaceURI().isEmpty()
                && !parser.getNamespaceURI().equals(namespace);
    }

    private ForeignXml copier() {
        return new ForeignXml(parser, this::step, this::refuse);
    }

    private Map<String, String> bindingsInScope() {
        var inScope = new TreeMap<String, String>();
        inScope.put("", "");
        declarations.descendingIterator().forEachRemaining(inScope::putAll);
        inScope.entrySet().removeAll(Names.BINDINGS.entrySet());
        return inScope;
    }

    private void kept(Place place, StringBuilder xml) {
        foreignLength += xml.length();
        if (foreignLength > MAX_FOREIGN_LENGTH) {
            throw place.refuse(
                    ErrorCode.TOO_LARGE,
                    "vocabularies of others take more than %d characters".formatted(MAX_FOREIGN_LENGTH),
                    null);
        }
        advance();
    }

    void end() {
        try {
            while (parser.getEventType() != XMLStreamConstants.END_DOCUMENT) {
                step();
            }
            parser.close();
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    Place place() {
        var location = parser.getLocation();
        return new Place(location.getLineNumber(), location.getColumnNumber());
    }

    Hi1Exception refuse(ErrorCode code, String message) {
        return place().refuse(code, message, null);
    }

    private void checkAttributes(boolean typed) {
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            boolean instance = Names.XSI.equals(parser.getAttributeNamespace(i));
            var name = parser.getAttributeLocalName(i);
            boolean known = instance && (SCHEMA_HINTS.contains(name) || typed && name.equals("type"));
            if (!known) {
                throw refuse(
                        ErrorCode.VALIDATION,
                        "the attribute \"%s\" has no place on %s".formatted(Text.shown(name), found()));
            }
        }
    }

    private String text() {
        var text = new StringBuilder();
        while (step() != XMLStreamConstants.END_ELEMENT) {
            if (parser.getEventType() == XMLStreamConstants.START_ELEMENT) {
                throw refuse(ErrorCode.VALIDATION, "%s stands where only text may stand".formatted(found()));
            }
            text.append(parser.getText());
        }
        advance();
        return text.toString();
    }

    /** To the next tag; between tags there is only white space. */
    private void advance() {
        int event;
        do {
            event = step();
            if (event == XMLStreamConstants.CHARACTERS
                    && !Text.collapsed(parser.getText()).isEmpty()) {
                throw refuse(
                        ErrorCode.VALIDATION,
                        "text stands between elements: \"%s\"".formatted(Text.shown(parser.getText())));
            }
        } while (event == XMLStreamConstants.CHARACTERS);
    }

    /** To the next tag, text or end of the message, past comments. */
    private int step() {
        try {
            while (true) {
                if (parser.getEventType() == XMLStreamConstants.END_ELEMENT) {
                    declarations.pop();
                }
                int event = parser.next();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        enterScope();
                        return event;
                    }
                    case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                        return event;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return XMLStreamConstants.CHARACTERS;
                    }
                    case XMLStreamConstants.COMMENT -> {}
                    case XMLStreamConstants.DTD -> throw refuse(ErrorCode.VALIDATION, "a document type is not allowed");
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw refuse(ErrorCode.VALIDATION, "entities are not allowed");
                    default -> throw refuse(ErrorCode.VALIDATION, "processing instructions are not allowed");
                }
            }
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private void enterScope() {
        if (declarations.size() >= maxDepth) {
            throw refuse(ErrorCode.VALIDATION, "elements are nested more than %d deep".formatted(maxDepth));
        }
        if (parser.getAttributeCount() + parser.getNamespaceCount() > MAX_ATTRIBUTES) {
            throw refuse(ErrorCode.VALIDATION, "an element has more than %d attributes".formatted(MAX_ATTRIBUTES));
        }
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            if (parser.getAttributeValue(i).length() > MAX_ATTRIBUTE_LENGTH) {
                throw refuse(
                        ErrorCode.VALIDATION,
                        "an attribute is longer than %d characters".formatted(MAX_ATTRIBUTE_LENGTH));
            }
        }
        var declared = new HashMap<String, String>();
        for (int i = 0; i < parser.getNamespaceCount(); i++) {
            var prefix = parser.getNamespacePrefix(i);
            var uri = parser.getNamespaceURI(i);
            if (uri != null && uri.length() > MAX_ATTRIBUTE_LENGTH) {
                throw refuse(
                        ErrorCode.VALIDATION,
                        "a namespace is longer than %d characters".formatted(MAX_ATTRIBUTE_LENGTH));
            }
            declared.put(prefix == null ? "" : prefix, uri == null ? "" : uri);
        }
        declarations.push(declared);
    }

    private static Hi1Exception malformed(XMLStreamException e) {
        var location = e.getLocation();
        var place =
                location == null ? new Place(1, 1) : new Place(location.getLineNumber(), location.getColumnNumber());
        return place.refuse(ErrorCode.VALIDATION, "the message is not well-formed XML", e);
    }

    /** A line and column of the message. */
    record Place(int line, int column) {

        Hi1Exception refuse(ErrorCode code, String message, @Nullable Throwable cause) {
            return Hi1Exception.at(line, column, code, message, cause);
        }

        /** Makes a value; what the value refuses is refused here. */
        <T> T check(Supplier<T> making) {
            try {
                return making.get();
            } catch (IllegalArgumentException e) {
                throw refuse(ErrorCode.IMPROPER_VALUE, String.valueOf(e.getMessage()), e);
            } catch (Hi1Exception e) {
                throw e.line() < 0 ? refuse(e.code(), e.getMessage(), e) : e;
            }
        }
    }
}
