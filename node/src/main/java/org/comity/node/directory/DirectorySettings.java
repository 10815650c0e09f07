package org.comity.node.directory;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.node.settings.ComitySettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node names itself to others, under {@code comity.} beside the other settings.
 *
 * @param party the party id; without one, the State's contact point
 * @param hi1Url where this node takes HI-1, as others reach it; empty when it takes none
 * @param functions as on cards, such as {@code 24-7-contact}
 * @param languages in which requests are accepted, preferred first (ISO 639-1)
 */
@ConfigurationProperties("comity")
record DirectorySettings(
        Optional<String> party,
        Optional<URI> hi1Url,
        @DefaultValue("24-7-contact") List<String> functions,
        @DefaultValue("en") List<String> languages) {

    NodeCard.Particulars particulars(ComitySettings settings) {
        Set<NodeFunction> named = functions.stream().map(NodeFunction::of).collect(Collectors.toSet());
        return new NodeCard.Particulars(
                new PartyId(party.orElse(settings.state() + "-contact-point")),
                settings.organisation(),
                named,
                OwnNode.withoutSlash(settings.publicUrl()),
                hi1Url,
                languages,
                settings.exercise());
    }
}
