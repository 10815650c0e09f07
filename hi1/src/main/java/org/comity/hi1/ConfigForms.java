package org.comity.hi1;

import static org.comity.hi1.CommonForms.DATE_TIME;
import static org.comity.hi1.CommonForms.ENTRY;
import static org.comity.hi1.CommonForms.STRING;
import static org.comity.hi1.CommonForms.listOf;
import static org.comity.hi1.Names.COMMON;
import static org.comity.hi1.Names.CONFIG;
import static org.comity.hi1.Names.CORE;
import static org.comity.hi1.Names.DICTIONARIES;

import java.util.List;

/** What a provider can do. */
final class ConfigForms {

    private static final Form<List<DictionaryEntry>> ENTRIES = listOf(COMMON, "DictionaryEntry", ENTRY);

    static final Sequence<CspConfig> CONFIGURATION = configuration();

    private ConfigForms() {}

    private static Sequence<CspConfig> configuration() {
        var type = Sequence.<CspConfig>in(CORE);
        var lastChanged = type.required("LastChanged", DATE_TIME, CspConfig::lastChanged);
        var dictionaries =
                type.wrapped("Dictionaries", listOf(DICTIONARIES, "Dictionary", dictionary()), CspConfig::dictionaries);
        var formats = type.optional("TargetFormatTypeDefinitions", targetFormats(), CspConfig::targetFormats);
        var targeting = type.required(
                "TargetingConfigurations", listOf(CONFIG, "TargetingConfiguration", targeting()), CspConfig::targeting);
        var interception =
                type.wrapped("SupportedLIWorkflowEndpoints", endpoints("LIWorkflowEndpoint"), CspConfig::interception);
        var preservation =
                type.wrapped("SupportedLPWorkflowEndpoints", endpoints("LPWorkflowEndpoint"), CspConfig::preservation);
        var disclosure =
                type.wrapped("SupportedLDWorkflowEndpoints", endpoints("LDWorkflowEndpoint"), CspConfig::disclosure);
        return type.made(it -> new CspConfig(
                it.get(lastChanged),
                it.get(dictionaries),
                it.get(formats),
                it.get(targeting),
                it.get(interception),
                it.get(preservation),
                it.get(disclosure)));
    }

    private static Sequence<CspConfig.Dictionary> dictionary() {
        var meaning = Sequence.<CspConfig.Meaning>in(DICTIONARIES);
        var value = meaning.required("Value", STRING, CspConfig.Meaning::value);
        var words = meaning.required("Meaning", STRING, CspConfig.Meaning::meaning);
        meaning.made(it -> new CspConfig.Meaning(it.get(value), it.get(words)));

        var type = Sequence.<CspConfig.Dictionary>in(DICTIONARIES);
        var owner = type.required("Owner", STRING, CspConfig.Dictionary::owner);
        var name = type.required("Name", STRING, CspConfig.Dictionary::name);
        var entries = type.required(
                "DictionaryEntries", listOf(DICTIONARIES, "DictionaryEntry", meaning), CspConfig.Dictionary::entries);
        return type.made(it -> new CspConfig.Dictionary(it.get(owner), it.get(name), it.get(entries)));
    }

    private static Sequence<CspConfig.TargetFormats> targetFormats() {
        var definition = Sequence.<CspConfig.TargetFormatDefinition>in(CONFIG);
        var name = definition.required("FormatName", STRING, CspConfig.TargetFormatDefinition::name);
        var description = definition.required("Description", STRING, CspConfig.TargetFormatDefinition::description);
        var regex = definition.required("FormatRegex", STRING, CspConfig.TargetFormatDefinition::regex);
        definition.made(it -> new CspConfig.TargetFormatDefinition(it.get(name), it.get(description), it.get(regex)));

        var type = Sequence.<CspConfig.TargetFormats>in(CONFIG);
        var owner = type.required("FormatOwner", STRING, CspConfig.TargetFormats::owner);
        var definitions = type.required(
                "TargetFormatTypeDefinitionEntries",
                listOf(CONFIG, "TargetFormatTypeDefinitionEntry", definition),
                CspConfig.TargetFormats::definitions);
        return type.made(it -> new CspConfig.TargetFormats(it.get(owner), it.get(definitions)));
    }

    private static Sequence<CspConfig.Targeting> targeting() {
        var type = Sequence.<CspConfig.Targeting>in(CONFIG);
        var name = type.required("FormatName", STRING, it -> it.format().name());
        var owner = type.required("FormatOwner", STRING, it -> it.format().owner());
        var guidance = type.optional("Guidance", STRING, CspConfig.Targeting::guidance);
        var services = type.wrapped("AssociatedLIServiceTypes", ENTRIES, CspConfig.Targeting::interceptionServiceTypes);
        var disclosure = type.wrapped("AssociatedLDRequestTypes", ENTRIES, CspConfig.Targeting::disclosureRequestTypes);
        var disclosureSubtypes =
                type.wrapped("AssociatedLDRequestSubtypes", ENTRIES, CspConfig.Targeting::disclosureRequestSubtypes);
        var preservation =
                type.wrapped("AssociatedLPRequestTypes", ENTRIES, CspConfig.Targeting::preservationRequestTypes);
        var preservationSubtypes =
                type.wrapped("AssociatedLPRequestSubtypes", ENTRIES, CspConfig.Targeting::preservationRequestSubtypes);
        return type.made(it -> new CspConfig.Targeting(
                new FormatType(it.get(owner), it.get(name)),
                it.get(guidance),
                it.get(services),
                it.get(disclosure),
                it.get(disclosureSubtypes),
                it.get(preservation),
                it.get(preservationSubtypes)));
    }

    private static Form<List<CspConfig.WorkflowEndpoint>> endpoints(String name) {
        var type = Sequence.<CspConfig.WorkflowEndpoint>in(CONFIG);
        var endpoint = type.required(name, ENTRY, CspConfig.WorkflowEndpoint::endpoint);
        var guidance = type.optional("Guidance", STRING, CspConfig.WorkflowEndpoint::guidance);
        var url = type.required("URL", STRING, CspConfig.WorkflowEndpoint::url);
        type.made(it -> new CspConfig.WorkflowEndpoint(it.get(endpoint), it.get(guidance), it.get(url)));
        return listOf(CONFIG, "Supported" + name, type);
    }
}
