package org.comity.hi1;

import java.util.List;
import java.util.Optional;

/** What describes the data of a delivery. */
public sealed interface Manifest {

    static Manifest of(ManifestSpecification specification) {
        return new Specification(specification.entry());
    }

    record Specification(DictionaryEntry entry) implements Manifest {}

    record ExternalSchema(Optional<String> identifier, Optional<Contents> contents) implements Manifest {
        public ExternalSchema {
            Text.longString("manifest identifier", identifier);
        }
    }

    /** A schema that travels with the data. */
    sealed interface Contents {

        record Binary(DeliveryContent.BinaryData data) implements Contents {}

        record XmlSchema(ForeignElement schema) implements Contents {}

        record JsonSchema(List<ForeignElement> elements) implements Contents {
            public JsonSchema {
                elements = Text.atLeastOne("element", elements);
            }
        }
    }
}
