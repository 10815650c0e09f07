package org.comity.node.oversight.web;

import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.ApiArea;
import org.comity.node.identity.OpenDoor;
import org.comity.node.identity.Role;
import org.comity.node.identity.WatchedAddresses;
import org.comity.node.oversight.alert.LookingForPatterns;
import org.comity.node.oversight.review.FollowingFindings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What other rooms show of this one, and its doors. */
@Configuration(proxyBeanMethods = false)
class OversightPlaces {

    @Bean
    NavigationEntry oversightEntry(LookingForPatterns patterns, FollowingFindings findings) {
        return NavigationEntry.of(70, "oversight.oversight", "/oversight")
                .onlyFor(Role.OVERSEER.name())
                .counting(() -> patterns.open() + findings.waiting());
    }

    @Bean
    NavigationEntry complaintsEntry() {
        return NavigationEntry.of(71, "oversight.complaints", "/oversight/complaints")
                .onlyFor(Role.DUTY_OFFICER.name(), Role.LAWYER.name(), Role.PROVIDER_AGENT.name())
                .asMinor();
    }

    @Bean
    NavigationEntry ownReadingsEntry() {
        return NavigationEntry.of(95, "oversight.own", "/readings").asMinor();
    }

    /** What a person has published is for everybody. */
    @Bean
    OpenDoor transparencyDoor() {
        return OpenDoor.toRead("/transparency", "/transparency/*", "/api/v1/transparency", "/api/v1/transparency/*");
    }

    /** Who watches is watched: what oversight sees of a case stands among the readings too. */
    @Bean
    WatchedAddresses casesAtTheDesk() {
        return WatchedAddresses.of(
                "request", "/oversight/samples/*/{request}", "/api/v1/oversight/samples/*/requests/{request}");
    }

    @Bean
    WatchedAddresses complaintsThatAreRead() {
        return WatchedAddresses.of(
                "complaint", "/oversight/complaints/{number:[0-9]+}", "/api/v1/oversight/complaints/{number}");
    }

    @Bean
    WatchedAddresses findingsThatAreRead() {
        return WatchedAddresses.of("finding", "/oversight/findings/{id}", "/api/v1/oversight/findings/{id}");
    }

    /** Whatever is done here is a person's decision, so that no machine does it. */
    @Bean
    static ApiArea oversightForTokens() {
        return ApiArea.of("oversight", "oversight.area", "/api/v1/oversight/**").deciding("/api/v1/oversight/**");
    }

    @Bean
    static ApiArea transparencyForTokens() {
        return ApiArea.toRead("transparency", "oversight.area.transparency", "/api/v1/transparency/**");
    }
}
