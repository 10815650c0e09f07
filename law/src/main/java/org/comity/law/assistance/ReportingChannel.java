package org.comity.law.assistance;

import java.util.List;
import org.comity.law.StateCode;

/** Where the public of a State reports. @param scope what can be reported there */
public record ReportingChannel(
        StateCode state,
        String channel,
        String operator,
        String scope,
        String url,
        List<String> languages,
        Provenance provenance) {

    public ReportingChannel {
        languages = List.copyOf(languages);
    }
}
