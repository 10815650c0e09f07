package org.comity.hi1;

import javax.xml.namespace.QName;

/**
 * An element of a vocabulary that is not ours, kept as the XML it came in. It stands on its own but for the prefixes that
 * {@link Hi1Writer} always binds.
 */
public final class ForeignElement {

    private final QName name;
    private final String xml;

    ForeignElement(QName name, String xml) {
        this.name = name;
        this.xml = xml;
    }

    /**
     * An element out of a document of its own.
     *
     * @throws Hi1Exception if it is no well-formed XML, or nested without end
     */
    public static ForeignElement parse(String xml) {
        var in = Cursor.over(xml, Hi1Reader.Limits.DEFAULT.maxDepth());
        var element = in.element();
        in.end();
        return element;
    }

    public QName name() {
        return name;
    }

    public String xml() {
        return xml;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForeignElement that && xml.equals(that.xml);
    }

    @Override
    public int hashCode() {
        return xml.hashCode();
    }

    @Override
    public String toString() {
        return "ForeignElement[%s]".formatted(name);
    }
}
