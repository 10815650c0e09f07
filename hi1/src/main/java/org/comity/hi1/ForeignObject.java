package org.comity.hi1;

import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;

/**
 * An object that this library stores and relays but does not look into: an interception task, a traffic or IRI policy, an
 * encryption or a destination. What every object has is read; the rest stays as it came in.
 */
public record ForeignObject(Base base, QName type, List<ForeignElement> elements) implements HI1Object {

    private static final Set<String> KEPT = Set.of(Names.POLICY, Names.IRI_POLICY, Names.ENCRYPTION, Names.DESTINATION);
    private static final QName LI_TASK = new QName(Names.TASK, "LITaskObject");

    public ForeignObject {
        elements = List.copyOf(elements);
    }

    /** This object, to be changed in what every object has. */
    @Override
    public Builder with() {
        return new Builder(this);
    }

    public boolean isInterceptionTask() {
        return type.equals(LI_TASK);
    }

    /** Whether an element of this name stands in it. */
    public boolean has(String localName) {
        return elements.stream().anyMatch(it -> it.name().getLocalPart().equals(localName));
    }

    static boolean isKept(QName type) {
        return type.equals(LI_TASK) || KEPT.contains(type.getNamespaceURI());
    }

    public static final class Builder extends ObjectBuilder<Builder> {

        private final QName type;
        private final List<ForeignElement> elements;

        private Builder(ForeignObject it) {
            super(it.identifier());
            from(it.base);
            type = it.type;
            elements = it.elements;
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        public ForeignObject build() {
            return new ForeignObject(base(), type, elements);
        }
    }
}
