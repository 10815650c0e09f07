package org.comity.node.evidence.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What a signature or a stamp in a container is about: files with their digests (ETSI EN 319 162-1, ASiCManifest).
 *
 * @param about the signature or stamp
 */
record SealManifest(SealedName about, List<SealedFile> files) {

    private static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    /** @param path of a signature or stamp in a container */
    record SealedName(String path, String mediaType) {}

    SealManifest {
        files = List.copyOf(files);
    }

    byte[] bytes() {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("asic", "ASiCManifest", ASIC);
            xml.writeNamespace("asic", ASIC);
            xml.writeNamespace("ds", DSIG);
            xml.writeEmptyElement("asic", "SigReference", ASIC);
            xml.writeAttribute("URI", about.path());
            xml.writeAttribute("MimeType", about.mediaType());
            for (SealedFile file : files) {
                xml.writeStartElement("asic", "DataObjectReference", ASIC);
                xml.writeAttribute("URI", file.path());
                xml.writeAttribute("MimeType", file.mediaType());
                xml.writeEmptyElement("ds", "DigestMethod", DSIG);
                xml.writeAttribute("Algorithm", SHA_256);
                xml.writeStartElement("ds", "DigestValue", DSIG);
                xml.writeCharacters(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256())));
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A manifest could not be written.", impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IOException if it is no manifest, or names a digest that is not SHA-256 */
    static SealManifest read(byte[] bytes) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var reader = factory.newDocumentBuilder();
            reader.setErrorHandler(null);
            Element root = reader.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
            Element about = only(root, ASIC, "SigReference");
            var files = new ArrayList<SealedFile>();
            var references = root.getElementsByTagNameNS(ASIC, "DataObjectReference");
            for (int at = 0; at < references.getLength(); at++) {
                Element reference = (Element) references.item(at);
                if (!only(reference, DSIG, "DigestMethod")
                        .getAttribute("Algorithm")
                        .equals(SHA_256)) {
                    throw new IOException("A digest is not SHA-256.");
                }
                files.add(new SealedFile(
                        reference.getAttribute("URI"),
                        reference.getAttribute("MimeType"),
                        HexFormat.of()
                                .formatHex(Base64.getDecoder()
                                        .decode(only(reference, DSIG, "DigestValue")
                                                .getTextContent()
                                                .strip()))));
            }
            return new SealManifest(new SealedName(about.getAttribute("URI"), about.getAttribute("MimeType")), files);
        } catch (SAXException | ParserConfigurationException | IllegalArgumentException garbled) {
            throw new IOException("This is no manifest of a seal.", garbled);
        }
    }

    private static Element only(Element parent, String space, String name) throws IOException {
        var found = parent.getElementsByTagNameNS(space, name);
        if (found.getLength() != 1) {
            throw new IOException(
                    "A manifest of a seal has one " + name + " where this has " + found.getLength() + ".");
        }
        return (Element) found.item(0);
    }
}
