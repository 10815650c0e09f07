package org.comity.node.exchange;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.comity.node.directory.PartyId;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Before any room reads a content: it is well-formed XML without document type, entities of its own, or abysses. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class XmlGuard implements EnvelopeScreening {

    /** HI-1 messages nest about fifteen deep. */
    static final int DEEPEST = 64;

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    XmlGuard() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
    }

    @Override
    public void screen(PartyId from, byte[] content) {
        int depth = 0;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new EnvelopeRefused(
                                "The content holds a document type or an entity of its own, which is not accepted.");
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
                if (depth > DEEPEST) {
                    throw new EnvelopeRefused("The content nests more than " + DEEPEST + " elements deep.");
                }
            }
        } catch (XMLStreamException e) {
            throw new EnvelopeRefused("The content is not well-formed XML.");
        }
    }
}
