package org.comity.node.cooperation;

import java.time.Instant;
import java.util.stream.Stream;
import org.comity.hi1.CspConfig;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.RequestType;
import org.comity.hi1.TargetFormat;
import org.comity.node.exchange.Hi1Capabilities;
import org.springframework.stereotype.Component;

/** Which identifiers a provider with this node understands, for every type of data. */
@Component
class OrdersTaken implements Hi1Capabilities {

    /** When this list was last changed in the code. */
    private static final Instant LAST_CHANGED = Instant.parse("2026-11-22T14:00:00Z");

    @Override
    public CspConfig configuration() {
        return CspConfig.of(
                QualifiedDateTime.of(LAST_CHANGED),
                Stream.of(
                                TargetFormat.ACCOUNT,
                                TargetFormat.EMAIL,
                                TargetFormat.INTERNATIONAL_EMAIL,
                                TargetFormat.URL,
                                TargetFormat.E164,
                                TargetFormat.IMEI,
                                TargetFormat.IMEI_CHECK_DIGIT,
                                TargetFormat.DOMAIN,
                                TargetFormat.IPV4,
                                TargetFormat.IPV6,
                                TargetFormat.IP_AND_PORT)
                        .map(format -> CspConfig.Targeting.of(format, RequestType.values()))
                        .toList());
    }
}
