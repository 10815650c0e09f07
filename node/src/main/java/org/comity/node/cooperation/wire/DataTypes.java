package org.comity.node.cooperation.wire;

import org.comity.hi1.RequestType;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.DataWanted;

/** The categories wanted, as the one word that HI-1 has for them. */
final class DataTypes {

    private DataTypes() {}

    static RequestType of(DataWanted data) {
        var content = data.wants(DataCategory.CONTENT);
        var traffic = data.wants(DataCategory.TRAFFIC);
        var subscriber = data.wants(DataCategory.SUBSCRIBER);
        if (subscriber && (traffic || content)) {
            return RequestType.OTHER;
        }
        if (traffic && content) {
            return RequestType.TRAFFIC_DATA_AND_STORED_CONTENT_DATA;
        }
        if (content) {
            return RequestType.STORED_CONTENT_DATA;
        }
        return traffic ? RequestType.TRAFFIC_DATA : RequestType.SUBSCRIBER_DATA;
    }
}
