package org.comity.hi1;

import java.util.function.Function;
import javax.xml.namespace.QName;

/** How a value stands in an element. */
interface Form<T> {

    /** Reads from the element's start tag on, and goes behind its end tag. */
    T read(Cursor in);

    void write(Markup out, QName name, T value);

    /** A form of text whose white space counts (XML Schema whiteSpace "preserve"). */
    static <T> Form<T> text(Function<String, T> parse, Function<T, String> print) {
        return new Form<>() {
            @Override
            public T read(Cursor in) {
                return in.value(parse);
            }

            @Override
            public void write(Markup out, QName name, T value) {
                out.element(name, print.apply(value));
            }
        };
    }

    /** A form of text around which white space does not count (XML Schema whiteSpace "collapse"). */
    static <T> Form<T> token(Function<String, T> parse, Function<T, String> print) {
        return text(text -> parse.apply(Text.collapsed(text)), print);
    }

    /** An element of any content, kept as it is. */
    static Form<ForeignElement> asItIs() {
        return new Form<>() {
            @Override
            public ForeignElement read(Cursor in) {
                return in.element();
            }

            @Override
            public void write(Markup out, QName name, ForeignElement value) {
                if (!value.name().equals(name)) {
                    throw Hi1Exception.of(
                            ErrorCode.VALIDATION,
                            "<%s> cannot stand in the place of <%s>"
                                    .formatted(value.name().getLocalPart(), name.getLocalPart()));
                }
                out.verbatim(value.xml());
            }
        };
    }
}
