package org.comity.node.oversight;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Oversight, under {@code comity.oversight.}.
 *
 * @param smallest a smaller number of requests is not told, since it could point at a person
 * @param answerComplaintDays within how many days a complaint is decided, unless who took it in says otherwise
 * @param everyPattern how often patterns are looked for
 * @param patterns from when on a pattern is told
 * @param keep for how long what is kept, until it is due for erasure
 */
@ConfigurationProperties("comity.oversight")
public record OversightSettings(
        @DefaultValue("5") int smallest,
        @DefaultValue("30") int answerComplaintDays,
        @DefaultValue("1h") Duration everyPattern,
        @DefaultValue Patterns patterns,
        @DefaultValue Keep keep) {

    /**
     * From when on a pattern is told, under {@code comity.oversight.patterns.}.
     *
     * @param lookBack how far back approvals, pairs and emergencies are looked at
     * @param stalledAfter a peer to which something was sent and which has said nothing for so long is stalled
     * @param emergencies so many of one counterpart are repeated ones
     * @param quickApproval a median time from submission to approval below this is too short to have read the request
     * @param leastApprovals of one approver, before the median says something
     * @param leastPairs of one drafter, before always the same approver says something
     * @param samePair from which share on the same two people are always the same
     */
    public record Patterns(
            @DefaultValue("90d") Duration lookBack,
            @DefaultValue("7d") Duration stalledAfter,
            @DefaultValue("5") int emergencies,
            @DefaultValue("60s") Duration quickApproval,
            @DefaultValue("5") int leastApprovals,
            @DefaultValue("10") int leastPairs,
            @DefaultValue("0.9") double samePair) {}

    /**
     * For how long what is kept, in days, under {@code comity.oversight.keep.}; the law of the State decides, this is where
     * it is said.
     *
     * @param requests after they were filed away
     * @param exhibits after they were taken in
     * @param complainants after their complaint was decided
     */
    public record Keep(
            @DefaultValue("1825") int requests,
            @DefaultValue("1825") int exhibits,
            @DefaultValue("365") int complainants) {}
}
