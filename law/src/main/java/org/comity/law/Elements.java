package org.comity.law;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A set of elements of offences, one bit each, so that the conduct of the whole world can be compared in a moment.
 *
 * @param bits the bit of an element is its place in the enumeration
 */
public record Elements(int bits) {

    public static final Elements NONE = new Elements(0);

    public static Elements of(Element... elements) {
        return of(List.of(elements));
    }

    public static Elements of(Collection<Element> elements) {
        return new Elements(elements.stream().mapToInt(Elements::bit).reduce(0, (a, b) -> a | b));
    }

    private static int bit(Element element) {
        return 1 << element.ordinal();
    }

    public boolean has(Element element) {
        return (bits & bit(element)) != 0;
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    public boolean within(Elements others) {
        return (bits & ~others.bits) == 0;
    }

    public boolean meets(Elements others) {
        return (bits & others.bits) != 0;
    }

    public Elements and(Elements others) {
        return new Elements(bits | others.bits);
    }

    public Elements without(Elements others) {
        return new Elements(bits & ~others.bits);
    }

    public Elements sharedWith(Elements others) {
        return new Elements(bits & others.bits);
    }

    public List<Element> list() {
        return Arrays.stream(Element.values()).filter(this::has).toList();
    }

    /** With everything that one of them includes. */
    Elements withIncluded() {
        return list().stream().map(Element::includes).reduce(this, Elements::and);
    }

    /** With everything that cannot be there without one of them. */
    Elements withIncluding() {
        return list().stream().map(Element::includedIn).reduce(this, Elements::and);
    }
}
