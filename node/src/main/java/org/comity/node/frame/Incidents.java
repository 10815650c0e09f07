package org.comity.node.frame;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Gives an error of ours a number that a person can quote and the log can be searched for. No trace reaches a page. */
@Component
class Incidents extends DefaultErrorAttributes {

    private static final Logger log = LoggerFactory.getLogger(Incidents.class);
    private final SecureRandom random = new SecureRandom();

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, @Nullable Object> attributes = super.getErrorAttributes(request, ErrorAttributeOptions.defaults());
        if (attributes.get("status") instanceof Integer status && status >= 500) {
            byte[] number = new byte[4];
            random.nextBytes(number);
            String incident = HexFormat.of().formatHex(number);
            attributes.put("incident", incident);
            log.error("Incident {} at {}", incident, attributes.get("path"), getError(request));
        }
        attributes.remove("trace");
        attributes.remove("message");
        return attributes;
    }
}
