package org.comity.hi1;

import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;

/** The namespaces of TS 103 120 and the prefixes that the writer always binds to them. */
final class Names {

    static final String CORE = "http://uri.etsi.org/03120/common/2019/10/Core";
    static final String COMMON = "http://uri.etsi.org/03120/common/2016/02/Common";
    static final String AUTHORISATION = "http://uri.etsi.org/03120/common/2020/09/Authorisation";
    static final String DOCUMENT = "http://uri.etsi.org/03120/common/2020/09/Document";
    static final String TASK = "http://uri.etsi.org/03120/common/2020/09/Task";
    static final String NOTIFICATION = "http://uri.etsi.org/03120/common/2016/02/Notification";
    static final String TREATY = "urn:comity:treaty:1";
    static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

    static final QName MESSAGE = new QName(CORE, "HI1Message");

    /** Prefix to namespace, in the order in which they are written; the core needs no prefix. */
    static final Map<String, String> BINDINGS = new TreeMap<>(Map.of(
            "", CORE,
            "auth", AUTHORISATION,
            "common", COMMON,
            "doc", DOCUMENT,
            "notification", NOTIFICATION,
            "task", TASK,
            "treaty", TREATY,
            "xsi", XSI));

    private Names() {}

    /** The name as written under {@link #BINDINGS}. */
    static String written(QName name) {
        for (var binding : BINDINGS.entrySet()) {
            if (binding.getValue().equals(name.getNamespaceURI())) {
                return binding.getKey().isEmpty() ? name.getLocalPart() : binding.getKey() + ":" + name.getLocalPart();
            }
        }
        throw new IllegalStateException("no prefix for " + name);
    }
}
