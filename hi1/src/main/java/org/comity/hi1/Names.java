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
    static final String DELIVERY = "http://uri.etsi.org/03120/common/2019/10/Delivery";
    static final String CONFIG = "http://uri.etsi.org/03120/common/2024/06/Config";
    static final String DICTIONARIES = "http://uri.etsi.org/03280/common/2019/10/Dictionaries";
    static final String ETSI = "http://uri.etsi.org/03280/common/2017/07";
    static final String POLICY = "http://uri.etsi.org/03120/common/2022/07/TrafficPolicy";
    static final String IRI_POLICY = "http://uri.etsi.org/03120/common/2026/01/IRIPolicy";
    static final String ENCRYPTION = "http://uri.etsi.org/03120/common/2026/01/Encryption";
    static final String DESTINATION = "http://uri.etsi.org/03120/common/2026/07/Destination";
    static final String TREATY = "urn:comity:treaty:1";
    static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

    static final QName MESSAGE = new QName(CORE, "HI1Message");

    /** Prefix to namespace, in the order in which they are written; the core needs no prefix. */
    static final Map<String, String> BINDINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("", CORE),
            Map.entry("auth", AUTHORISATION),
            Map.entry("common", COMMON),
            Map.entry("config", CONFIG),
            Map.entry("delivery", DELIVERY),
            Map.entry("destination", DESTINATION),
            Map.entry("dictionaries", DICTIONARIES),
            Map.entry("doc", DOCUMENT),
            Map.entry("encryption", ENCRYPTION),
            Map.entry("etsi", ETSI),
            Map.entry("iripolicy", IRI_POLICY),
            Map.entry("notification", NOTIFICATION),
            Map.entry("policy", POLICY),
            Map.entry("task", TASK),
            Map.entry("treaty", TREATY),
            Map.entry("xsi", XSI)));

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
