package org.comity.node.exchange.as4;

import static org.comity.node.exchange.as4.Refusal.Reason.FOREIGN_PROFILE;
import static org.comity.node.exchange.as4.Refusal.Reason.MALFORMED;

import com.helger.phase4.ebms3header.Ebms3CollaborationInfo;
import com.helger.phase4.ebms3header.Ebms3From;
import com.helger.phase4.ebms3header.Ebms3MessageInfo;
import com.helger.phase4.ebms3header.Ebms3PartInfo;
import com.helger.phase4.ebms3header.Ebms3PartyId;
import com.helger.phase4.ebms3header.Ebms3PartyInfo;
import com.helger.phase4.ebms3header.Ebms3Property;
import com.helger.phase4.ebms3header.Ebms3To;
import com.helger.phase4.ebms3header.Ebms3UserMessage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a message says about itself in its ebMS header. Claims only, until the signature over them is checked.
 *
 * @param properties of the message
 * @param parts the announced payloads
 */
record Header(
        String messageId,
        boolean refersToAnother,
        Instant sentAt,
        String from,
        String to,
        String service,
        String action,
        String agreement,
        String conversation,
        Map<String, String> properties,
        List<Part> parts) {

    /**
     * One announced payload.
     *
     * @param href empty for a payload in the SOAP body
     */
    record Part(String href, Map<String, String> properties) {}

    static Header of(Ebms3UserMessage message) {
        Ebms3MessageInfo info = said(message.getMessageInfo(), "message information");
        Ebms3PartyInfo parties = said(message.getPartyInfo(), "parties");
        Ebms3From from = said(parties.getFrom(), "sender");
        Ebms3To to = said(parties.getTo(), "receiver");
        Ebms3CollaborationInfo collaboration = said(message.getCollaborationInfo(), "collaboration");
        return new Header(
                identifier(info.getMessageId()),
                info.getRefToMessageId() != null,
                said(said(info.getTimestamp(), "time").toOffsetDateTime(), "time with its zone")
                        .toInstant(),
                party(from.getPartyId()),
                party(to.getPartyId()),
                said(said(collaboration.getService(), "service").getValue(), "service"),
                said(collaboration.getAction(), "action"),
                collaboration.getAgreementRef() == null
                        ? ""
                        : said(collaboration.getAgreementRef().getValue(), "agreement"),
                said(collaboration.getConversationId(), "conversation"),
                properties(
                        message.getMessageProperties() == null
                                ? List.of()
                                : message.getMessageProperties().getProperty()),
                message.getPayloadInfo() == null
                        ? List.of()
                        : message.getPayloadInfo().getPartInfo().stream()
                                .map(Header::part)
                                .toList());
    }

    String property(String name) {
        return properties.getOrDefault(name, "");
    }

    private static Part part(Ebms3PartInfo part) {
        return new Part(
                part.getHref() == null ? "" : part.getHref(),
                properties(
                        part.getPartProperties() == null
                                ? List.of()
                                : part.getPartProperties().getProperty()));
    }

    private static String identifier(@Nullable String id) {
        if (id == null
                || id.isBlank()
                || id.length() > As4.LONGEST_ID
                || id.chars().anyMatch(c -> c < '!' || c > '~')) {
            throw new Refusal(MALFORMED, "The message's identifier is missing, too long or not plain text.");
        }
        return id;
    }

    private static String party(List<Ebms3PartyId> ids) {
        if (ids.size() != 1) {
            throw new Refusal(FOREIGN_PROFILE, "Each side of the message must be named by one party id.");
        }
        String party = said(ids.getFirst().getValue(), "party id");
        if (party.length() > As4.LONGEST_ID) {
            throw new Refusal(FOREIGN_PROFILE, "A party id of the message is too long.");
        }
        return party;
    }

    /** A property said twice counts as said wrongly. */
    private static Map<String, String> properties(List<Ebms3Property> list) {
        Map<String, String> properties = new HashMap<>();
        for (Ebms3Property property : list) {
            String name = said(property.getName(), "property's name");
            if (properties.put(name, said(property.getValue(), "property " + name)) != null) {
                throw new Refusal(MALFORMED, "The property " + name + " stands twice.");
            }
        }
        return Map.copyOf(properties);
    }

    private static <T> T said(@Nullable T value, String what) {
        if (value == null) {
            throw new Refusal(MALFORMED, "The message does not say its " + what + ".");
        }
        return value;
    }
}
