package org.comity.node.cooperation.request;

import java.util.List;

/** Whether the requesting side waits for a decision on a longer preservation. */
public final class Extensions {

    private Extensions() {}

    public static boolean isPending(List<Step> timeline) {
        var pending = false;
        for (var step : timeline) {
            if (!step.effective()) {
                continue;
            }
            pending = switch (step.event()) {
                case EXTENSION_ASKED -> true;
                case EXTENSION_GRANTED, EXTENSION_DECLINED -> false;
                default -> pending;
            };
        }
        return pending;
    }
}
