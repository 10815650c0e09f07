package org.comity.law;

import java.util.List;
import java.util.Optional;

/**
 * One lawful way, or one that is shut, with the reasons.
 *
 * @param provision id of the provision, such as {@code ets185:29}
 * @param instrument id of its instrument
 * @param nature who asks or orders whom, and by whose law
 * @param title short title of the provision
 * @param channel the fastest channel it offers here
 * @param otherChannels further channels, fastest first
 * @param authorities institutions of the requested State for that channel, the best first
 * @param refusalGrounds the closed list of the provision, without a ground that only reserving States have where
 *     the requested State has not reserved it, or the offence lies outside of the reservation
 * @param contents what the request must contain
 * @param forms how it must be made, if the text says so
 * @param duties what the sides owe each other, if the text says so
 * @param safeguards safeguards and limits that travel with what is asked and given
 * @param confidentiality what must stay secret, if the text says so
 */
public record Route(
        String provision,
        String instrument,
        Nature nature,
        String title,
        Channel channel,
        List<Channel> otherChannels,
        Standing standing,
        DualCriminality dualCriminality,
        List<Authority> authorities,
        List<Deadline> deadlines,
        List<RefusalGround> refusalGrounds,
        List<RequestElement> contents,
        Optional<String> forms,
        List<Finding> findings,
        List<Safeguard> safeguards,
        Optional<String> duties,
        Optional<String> confidentiality) {

    public Route {
        otherChannels = List.copyOf(otherChannels);
        authorities = List.copyOf(authorities);
        deadlines = List.copyOf(deadlines);
        refusalGrounds = List.copyOf(refusalGrounds);
        contents = List.copyOf(contents);
        findings = List.copyOf(findings);
        safeguards = List.copyOf(safeguards);
    }

    /** The institution to turn to, if the directory knows one. */
    public Optional<Authority> authority() {
        return authorities.stream().findFirst();
    }

    /** The finding on this rule. */
    public Optional<Finding> finding(String rule) {
        return findings.stream().filter(f -> f.rule().equals(rule)).findFirst();
    }
}
