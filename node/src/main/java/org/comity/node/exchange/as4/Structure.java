package org.comity.node.exchange.as4;

import static org.comity.node.exchange.as4.Refusal.Reason.FOREIGN_PROFILE;
import static org.comity.node.exchange.as4.Refusal.Reason.MALFORMED;
import static org.comity.node.exchange.as4.Refusal.Reason.NOT_ENCRYPTED;
import static org.comity.node.exchange.as4.Refusal.Reason.UNSIGNED;

import com.helger.phase4.CAS4;
import com.helger.phase4.model.message.MessageHelperMethods;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.wss4j.common.WSS4JConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The shape that every SOAP message between nodes has, checked before its cryptography: one ebMS header, one security
 * header with one signature over that header, the (empty) body and each attachment, and each attachment encrypted.
 *
 * <p>The library says that <em>a</em> signature was checked; this says <em>what</em> it covers, so that a genuine
 * signature can't be wrapped around other content.
 */
final class Structure {

    private static final String EBMS = CAS4.EBMS_NS;
    private static final String EXCLUSIVE_C14N = WSS4JConstants.C14N_EXCL_OMIT_COMMENTS;
    private static final Set<String> TRANSFORMS = Set.of(
            EXCLUSIVE_C14N,
            WSS4JConstants.SWA_ATTACHMENT_CONTENT_SIG_TRANS,
            WSS4JConstants.SWA_ATTACHMENT_COMPLETE_SIG_TRANS);

    private final Element messaging;
    private final Element body;
    private final Element security;

    private Structure(Element messaging, Element body, Element security) {
        this.messaging = messaging;
        this.body = body;
        this.security = security;
    }

    static Structure of(Document soap) {
        if (soap.getDoctype() != null) {
            throw new Refusal(MALFORMED, "The message holds a document type declaration, which SOAP forbids.");
        }
        Element envelope = soap.getDocumentElement();
        String soapNamespace = As4.SOAP.getNamespaceURI();
        if (!is(envelope, soapNamespace, "Envelope")) {
            throw new Refusal(MALFORMED, "The message is not a SOAP 1.2 envelope.");
        }
        List<Element> parts = children(envelope);
        if (parts.size() != 2
                || !is(parts.get(0), soapNamespace, "Header")
                || !is(parts.get(1), soapNamespace, "Body")) {
            throw new Refusal(MALFORMED, "The SOAP envelope must hold one header and one body.");
        }
        if (!children(parts.get(1)).isEmpty()) {
            throw new Refusal(FOREIGN_PROFILE, "The SOAP body must be empty; the content goes in an attachment.");
        }
        List<Element> headers = children(parts.get(0));
        List<Element> messaging =
                headers.stream().filter(header -> is(header, EBMS, "Messaging")).toList();
        List<Element> security = headers.stream()
                .filter(header -> is(header, CAS4.WSSE_NS, "Security"))
                .toList();
        if (messaging.size() != 1) {
            throw new Refusal(MALFORMED, "The message must hold one ebMS header; it holds " + messaging.size() + ".");
        }
        if (security.isEmpty()) {
            throw new Refusal(UNSIGNED, "The message is not signed.");
        }
        if (security.size() != 1 || headers.size() != 2) {
            throw new Refusal(
                    MALFORMED, "The message must hold one ebMS header and one security header, nothing else.");
        }
        return new Structure(messaging.getFirst(), parts.get(1), security.getFirst());
    }

    Element messaging() {
        return messaging;
    }

    /** Refuses unless one signature in the agreed algorithms covers the header, the body and all attachments. */
    void requireSigned(List<String> attachments) {
        List<Element> signatures = descendants(security.getOwnerDocument(), CAS4.DS_NS, "Signature");
        if (signatures.isEmpty()) {
            throw new Refusal(UNSIGNED, "The message is not signed.");
        }
        Element signature = signatures.getFirst();
        if (signatures.size() != 1 || signature.getParentNode() != security) {
            throw new Refusal(MALFORMED, "The message must hold one signature, in its security header.");
        }
        Element signedInfo = only(signature, CAS4.DS_NS, "SignedInfo");
        requireAlgorithm(only(signedInfo, CAS4.DS_NS, "SignatureMethod"), As4.SIGNATURE.getAlgorithmURI());
        requireAlgorithm(only(signedInfo, CAS4.DS_NS, "CanonicalizationMethod"), EXCLUSIVE_C14N);

        List<String> signed = new ArrayList<>();
        for (Element reference : children(signedInfo, CAS4.DS_NS, "Reference")) {
            requireAlgorithm(only(reference, CAS4.DS_NS, "DigestMethod"), As4.DIGEST.getAlgorithmURI());
            for (Element transform : descendants(reference, CAS4.DS_NS, "Transform")) {
                if (!TRANSFORMS.contains(transform.getAttribute("Algorithm"))) {
                    throw new Refusal(FOREIGN_PROFILE, "The signature uses a transformation that is not agreed.");
                }
            }
            signed.add(reference.getAttribute("URI"));
        }
        requireCovered(messaging, signed, "ebMS header");
        requireCovered(body, signed, "body");
        for (String attachment : attachments) {
            if (!signed.contains(MessageHelperMethods.PREFIX_CID + attachment)) {
                throw new Refusal(UNSIGNED, "The signature does not cover the attachment.");
            }
        }
    }

    /** Refuses unless each attachment is encrypted in the agreed algorithm. */
    void requireEncrypted(List<String> attachments) {
        List<String> encrypted = new ArrayList<>();
        for (Element data : children(security, WSS4JConstants.ENC_NS, "EncryptedData")) {
            requireAlgorithm(only(data, WSS4JConstants.ENC_NS, "EncryptionMethod"), As4.ENCRYPTION.getAlgorithmURI());
            descendants(data, WSS4JConstants.ENC_NS, "CipherReference")
                    .forEach(reference -> encrypted.add(reference.getAttribute("URI")));
        }
        for (String attachment : attachments) {
            if (!encrypted.contains(MessageHelperMethods.PREFIX_CID + attachment)) {
                throw new Refusal(NOT_ENCRYPTED, "The content is not encrypted.");
            }
        }
    }

    private static void requireCovered(Element element, List<String> signed, String what) {
        String id = element.getAttributeNS(WSS4JConstants.WSU_NS, "Id");
        if (id.isEmpty() || !signed.contains("#" + id)) {
            throw new Refusal(UNSIGNED, "The signature does not cover the " + what + ".");
        }
        if (holders(element.getOwnerDocument().getDocumentElement(), id) != 1) {
            throw new Refusal(MALFORMED, "Two parts of the message carry the same identifier.");
        }
    }

    private static int holders(Element element, String id) {
        int holders = 0;
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            String name = attribute.getLocalName() == null ? attribute.getNodeName() : attribute.getLocalName();
            if (name.equalsIgnoreCase("id") && attribute.getNodeValue().equals(id)) {
                holders++;
            }
        }
        for (Element child : children(element)) {
            holders += holders(child, id);
        }
        return holders;
    }

    private static void requireAlgorithm(Element method, String agreed) {
        if (!method.getAttribute("Algorithm").equals(agreed)) {
            throw new Refusal(
                    FOREIGN_PROFILE,
                    "The message uses " + method.getAttribute("Algorithm") + "; agreed is " + agreed + ".");
        }
    }

    private static Element only(Element parent, String namespace, String name) {
        List<Element> found = children(parent, namespace, name);
        if (found.size() != 1) {
            throw new Refusal(
                    MALFORMED, "The security header must hold one " + name + " where it holds " + found.size() + ".");
        }
        return found.getFirst();
    }

    private static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, name))
                .toList();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static List<Element> descendants(Node root, String namespace, String name) {
        NodeList found = root instanceof Document document
                ? document.getElementsByTagNameNS(namespace, name)
                : ((Element) root).getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }
}
