package org.comity.node.capacity.web;

import org.comity.node.capacity.CapacityAccess;
import org.comity.node.capacity.MatchingNeeds;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Role;
import org.comity.node.journal.SubjectAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What other rooms show of this one. */
@Configuration(proxyBeanMethods = false)
class CapacityPlaces {

    @Bean
    NavigationEntry capacityEntry(MatchingNeeds matching, CurrentPerson current) {
        return NavigationEntry.of(50, "capacity.capacity", "/capacity")
                .onlyFor(Role.COORDINATOR.name(), Role.PARTNER.name(), Role.OVERSEER.name())
                .counting(() -> current.find()
                        .filter(CapacityAccess::mayReview)
                        .map(person -> matching.waitingFor(person).size())
                        .orElse(0));
    }

    /** The journal holds hashes of this room's records, which anyone who works here may check. */
    @Bean
    SubjectAccess capacitySubjects() {
        return new SubjectAccess() {
            @Override
            public String kind() {
                return "capacity";
            }

            @Override
            public boolean maySee(String subject) {
                return true;
            }
        };
    }
}
