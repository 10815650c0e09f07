package org.comity.hi1;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The published schemas and examples, read from beside the repository when they are there. */
public final class Conformance {

    private static final Path FOLDER =
            Path.of(System.getProperty("comity.root", ".."), "..", "shared", "domain", "conformance");

    /** In the order of their imports; see SOURCES.md there for why the set is mixed. */
    private static final List<String> SCHEMAS = List.of(
            "etsi-103280/TS_103_280_v2.6.1.xsd",
            "etsi-hi1/stub/xmldsig-stub.xsd",
            "etsi-hi1-1.12.1/dictionaries/ts_103120_Dictionaries.xsd",
            "etsi-hi1/xsd/ts_103120_Common.xsd",
            "etsi-hi1/xsd/ts_103120_Config.xsd",
            "etsi-hi1/xsd/ts_103120_Core.xsd",
            "etsi-hi1-1.12.1/schema/ts_103120_Authorisation.xsd",
            "etsi-hi1-1.12.1/schema/ts_103120_Document.xsd",
            "etsi-hi1/stub/ts_103120_Notification_reconstructed.xsd",
            "etsi-hi1/xsd/ts_103120_Task.xsd",
            "etsi-hi1/xsd/ts_103120_Delivery.xsd",
            "etsi-hi1-1.12.1/schema/ts_103120_TrafficPolicy.xsd",
            "etsi-hi1-1.12.1/examples/FooServiceSchema.xsd");

    static final String ABSENT = "the conformance schemas and examples are not beside the repository: " + FOLDER;

    private static Schema schema;

    private Conformance() {}

    public static boolean isPresent() {
        return Files.isDirectory(FOLDER);
    }

    public static void assumePresent() {
        assumeTrue(isPresent(), ABSENT);
    }

    public static Stream<Path> examples() {
        assumePresent();
        return Stream.of("etsi-hi1/examples", "etsi-hi1-1.12.1/examples")
                .map(FOLDER::resolve)
                .flatMap(Conformance::xmlFiles)
                .sorted();
    }

    public static Path example(String name) {
        assumePresent();
        return FOLDER.resolve(name);
    }

    public static void validate(byte[] xml) throws SAXException {
        try {
            schema().newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Schema schema() throws SAXException {
        if (schema == null) {
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var sources = Stream.concat(
                            SCHEMAS.stream()
                                    .map(it ->
                                            new StreamSource(FOLDER.resolve(it).toFile())),
                            Stream.of(new StreamSource(Hi1Writer.class.getResourceAsStream("treaty.xsd"))))
                    .toArray(Source[]::new);
            schema = factory.newSchema(sources);
        }
        return schema;
    }

    private static Stream<Path> xmlFiles(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".xml")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
