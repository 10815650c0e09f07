package org.comity.node.exchange;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.EnvelopeScreening.EnvelopeRefused;

/**
 * That a node will not answer for a while.
 *
 * @param party the node that will not answer
 * @param saidAt the latest word counts
 * @param withdrawn it was called off
 */
public record MaintenanceNotice(
        UUID id, PartyId party, Instant from, Instant until, String text, Instant saidAt, boolean withdrawn) {

    static final int LONGEST_TEXT = 500;
    private static final String NAMESPACE = "urn:comity:exchange:maintenance";
    private static final String ELEMENT = "maintenance";

    /** Whether the node does not answer at this moment, by its own word. */
    public boolean holdsAt(Instant now) {
        return !withdrawn && !now.isBefore(from) && now.isBefore(until);
    }

    MaintenanceNotice calledOff(Instant now) {
        return new MaintenanceNotice(id, party, from, until, text, now, true);
    }

    byte[] written() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartElement(NAMESPACE, ELEMENT);
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("id", id.toString());
            xml.writeAttribute("from", from.toString());
            xml.writeAttribute("until", until.toString());
            xml.writeAttribute("said", saidAt.toString());
            xml.writeAttribute("withdrawn", Boolean.toString(withdrawn));
            xml.writeCharacters(this.text);
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A notice could not be written.", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws EnvelopeRefused when it is not understood */
    static MaintenanceNotice read(PartyId from, byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            xml.nextTag();
            xml.require(XMLStreamReader.START_ELEMENT, NAMESPACE, ELEMENT);
            MaintenanceNotice notice = new MaintenanceNotice(
                    UUID.fromString(attribute(xml, "id")),
                    from,
                    Instant.parse(attribute(xml, "from")),
                    Instant.parse(attribute(xml, "until")),
                    "",
                    Instant.parse(attribute(xml, "said")),
                    Boolean.parseBoolean(attribute(xml, "withdrawn")));
            String text = xml.getElementText().replaceAll("\\p{Cntrl}", " ").strip();
            if (text.length() > LONGEST_TEXT || !notice.from().isBefore(notice.until())) {
                throw new EnvelopeRefused(
                        "A notice must end after it begins, and say so in at most " + LONGEST_TEXT + " characters.");
            }
            return new MaintenanceNotice(
                    notice.id(), from, notice.from(), notice.until(), text, notice.saidAt(), notice.withdrawn());
        } catch (XMLStreamException | IllegalArgumentException | DateTimeParseException e) {
            throw new EnvelopeRefused("The notice is not of the agreed form.");
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
