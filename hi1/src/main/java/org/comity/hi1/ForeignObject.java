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

    /** This object with what every object has changed. */
    public ForeignObject with(Base base) {
        return new ForeignObject(base, type, elements);
    }

    public boolean isInterceptionTask() {
        return type.equals(LI_TASK);
    }

    boolean has(String localName) {
        return elements.stream().anyMatch(it -> it.name().getLocalPart().equals(localName));
    }

    static boolean isKept(QName type) {
        return type.equals(LI_TASK) || KEPT.contains(type.getNamespaceURI());
    }
}
