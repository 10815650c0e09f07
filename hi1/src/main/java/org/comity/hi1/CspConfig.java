package org.comity.hi1;

import java.util.List;
import java.util.Optional;

/** What a provider can do for whom: the answer to GETCSPCONFIG. An empty list is written as none. */
public record CspConfig(
        QualifiedDateTime lastChanged,
        List<Dictionary> dictionaries,
        Optional<TargetFormats> targetFormats,
        List<Targeting> targeting,
        List<WorkflowEndpoint> interception,
        List<WorkflowEndpoint> preservation,
        List<WorkflowEndpoint> disclosure) {

    public CspConfig {
        dictionaries = List.copyOf(dictionaries);
        targeting = List.copyOf(targeting);
        interception = List.copyOf(interception);
        preservation = List.copyOf(preservation);
        disclosure = List.copyOf(disclosure);
    }

    /** Which identifiers lead to data, and nothing more. */
    public static CspConfig of(QualifiedDateTime lastChanged, List<Targeting> targeting) {
        return new CspConfig(lastChanged, List.of(), Optional.empty(), targeting, List.of(), List.of(), List.of());
    }

    /** Values that the provider, a State or ETSI gave a meaning. */
    public record Dictionary(String owner, String name, List<Meaning> entries) {
        public Dictionary {
            Text.longString("dictionary owner", owner);
            Text.longString("dictionary name", name);
            entries = List.copyOf(entries);
        }
    }

    public record Meaning(String value, String meaning) {
        public Meaning {
            Text.longString("dictionary value", value);
            Text.longString("meaning", meaning);
        }
    }

    /** Formats of identifiers that one owner defines. */
    public record TargetFormats(String owner, List<TargetFormatDefinition> definitions) {
        public TargetFormats {
            Text.shortString("format owner", owner);
            definitions = List.copyOf(definitions);
        }
    }

    public record TargetFormatDefinition(String name, String description, String regex) {
        public TargetFormatDefinition {
            Text.shortString("format name", name);
            Text.longString("format description", description);
            Text.longString("regular expression", regex);
        }
    }

    /** One format of identifiers, and what may be asked by it. */
    public record Targeting(
            FormatType format,
            Optional<String> guidance,
            List<DictionaryEntry> interceptionServiceTypes,
            List<DictionaryEntry> disclosureRequestTypes,
            List<DictionaryEntry> disclosureRequestSubtypes,
            List<DictionaryEntry> preservationRequestTypes,
            List<DictionaryEntry> preservationRequestSubtypes) {

        public Targeting {
            Text.longString("guidance", guidance);
            interceptionServiceTypes = List.copyOf(interceptionServiceTypes);
            disclosureRequestTypes = List.copyOf(disclosureRequestTypes);
            disclosureRequestSubtypes = List.copyOf(disclosureRequestSubtypes);
            preservationRequestTypes = List.copyOf(preservationRequestTypes);
            preservationRequestSubtypes = List.copyOf(preservationRequestSubtypes);
        }

        /** Data of these types can be preserved and disclosed by this format. */
        public static Targeting of(TargetFormat format, RequestType... types) {
            var entries = List.of(types).stream().map(RequestType::entry).toList();
            return new Targeting(format.type(), Optional.empty(), List.of(), entries, List.of(), entries, List.of());
        }
    }

    /** An address for one step of a workflow. */
    public record WorkflowEndpoint(DictionaryEntry endpoint, Optional<String> guidance, String url) {
        public WorkflowEndpoint {
            Text.longString("guidance", guidance);
            Text.longString("URL", url);
        }
    }
}
