package org.comity.node.forum.web;

import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.OpenDoor;
import org.comity.node.identity.Role;
import org.comity.node.journal.SubjectAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What other rooms show of this one. */
@Configuration(proxyBeanMethods = false)
class ForumPlaces {

    @Bean
    NavigationEntry forumEntry() {
        return NavigationEntry.of(55, "forum.forum", "/forum")
                .onlyFor(Role.SECRETARIAT.name(), Role.RAPPORTEUR.name(), Role.DELEGATE.name(), Role.OVERSEER.name());
    }

    /** What respondents let everybody read, once the secretariat took it into the study. */
    @Bean
    OpenDoor openStudyDoor() {
        return OpenDoor.toRead("/open-study", "/open-study/*");
    }

    /** The journal holds hashes of the forum's records, which anyone who works here may check. */
    @Bean
    SubjectAccess forumSubjects() {
        return new SubjectAccess() {
            @Override
            public String kind() {
                return "forum";
            }

            @Override
            public boolean maySee(String subject) {
                return true;
            }
        };
    }
}
