package org.comity.node.evidence.court;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.node.evidence.CustodyStep;
import tools.jackson.databind.json.JsonMapper;

/**
 * The exhibits and their custody in the words of CASE 1.4 and UCO 1.4 (JSON-LD), for the tools of examiners: each exhibit a file
 * with its digest and a record of provenance, each step of custody an investigative action on it.
 */
public final class CaseBundle {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, Object> CONTEXT = inOrder(
            "case-investigation", "https://ontology.caseontology.org/case/investigation/",
            "kb", "urn:uuid:",
            "uco-action", "https://ontology.unifiedcyberontology.org/uco/action/",
            "uco-core", "https://ontology.unifiedcyberontology.org/uco/core/",
            "uco-identity", "https://ontology.unifiedcyberontology.org/uco/identity/",
            "uco-observable", "https://ontology.unifiedcyberontology.org/uco/observable/",
            "uco-types", "https://ontology.unifiedcyberontology.org/uco/types/",
            "uco-vocabulary", "https://ontology.unifiedcyberontology.org/uco/vocabulary/",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    private CaseBundle() {}

    public static byte[] of(Contents contents) {
        List<Object> objects = new ArrayList<>();
        String organisation = id(contents.party(), "organisation");
        objects.add(inOrder(
                "@id", organisation, "@type", "uco-identity:Organization", "uco-core:name", contents.organisation()));
        contents.pieces().forEach(piece -> piece(piece, organisation, objects));
        var bundle = inOrder(
                "@context",
                CONTEXT,
                "@id",
                id(contents.mark() + contents.party(), "bundle"),
                "@type",
                "uco-core:Bundle",
                "uco-core:name",
                contents.mark(),
                "uco-core:description",
                contents.about(),
                "uco-core:object",
                objects);
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(bundle) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void piece(Contents.Piece piece, String organisation, List<Object> objects) {
        var exhibit = piece.exhibit();
        String file = "kb:" + exhibit.id();
        String provenance = id(exhibit.id().toString(), "provenance");
        objects.add(inOrder(
                "@id",
                file,
                "@type",
                "uco-observable:File",
                "uco-core:hasFacet",
                List.of(
                        inOrder(
                                "@id", id(exhibit.id().toString(), "file"),
                                "@type", "uco-observable:FileFacet",
                                "uco-observable:fileName", exhibit.particulars().name(),
                                "uco-observable:sizeInBytes", typed("xsd:integer", exhibit.size())),
                        inOrder(
                                "@id", id(exhibit.id().toString(), "content"),
                                "@type", "uco-observable:ContentDataFacet",
                                "uco-observable:sizeInBytes", typed("xsd:integer", exhibit.size()),
                                "uco-observable:hash",
                                        inOrder(
                                                "@id", id(exhibit.id().toString(), "hash"),
                                                "@type", "uco-types:Hash",
                                                "uco-types:hashMethod", typed("uco-vocabulary:HashNameVocab", "SHA256"),
                                                "uco-types:hashValue", typed("xsd:hexBinary", exhibit.sha256()))))));
        objects.add(inOrder(
                "@id",
                provenance,
                "@type",
                "case-investigation:ProvenanceRecord",
                "case-investigation:exhibitNumber",
                exhibit.mark(),
                "uco-core:object",
                inOrder("@id", file)));
        for (CustodyStep step : piece.custody()) {
            CustodyStep.Said said = step.said();
            objects.add(inOrder(
                    "@id", id(exhibit.id().toString(), "step " + said.number()),
                    "@type", "case-investigation:InvestigativeAction",
                    "uco-core:name", said.what(),
                    "uco-core:description", description(said),
                    "uco-action:startTime", typed("xsd:dateTime", said.at()),
                    "uco-action:performer", inOrder("@id", organisation),
                    "uco-action:object", inOrder("@id", file),
                    "uco-action:result", inOrder("@id", provenance)));
        }
    }

    private static String description(CustodyStep.Said said) {
        return said.by() + (said.under().isEmpty() ? "" : ", " + said.under()) + ", " + said.facts();
    }

    private static Map<String, Object> typed(String type, Object value) {
        return inOrder("@type", type, "@value", value.toString());
    }

    /** The same thing has the same name in each package. */
    private static String id(String of, String part) {
        return "kb:" + UUID.nameUUIDFromBytes((of + "/" + part).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> inOrder(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            object.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return object;
    }
}
