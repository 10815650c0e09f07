package org.comity.node.forum.api;

import org.comity.node.frame.DescribedAddresses;
import org.comity.node.identity.ApiArea;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which tokens open these addresses, and how they are described. */
@Configuration(proxyBeanMethods = false)
class ForumForPrograms {

    /** What binds a delegation or a body is decided by a person: no machine objects, adopts, confirms or submits. */
    @Bean
    static ApiArea forumForTokens() {
        return ApiArea.of("forum", "forum.area", "/api/v1/forum/**")
                .deciding(
                        "/api/v1/forum/recommendations/*/position",
                        "/api/v1/forum/recommendations/*/life/*",
                        "/api/v1/forum/silence/*/acts",
                        "/api/v1/forum/reports/*/adoption",
                        "/api/v1/forum/study/replies/*/life/*",
                        "/api/v1/forum/study/drafts/*/comments",
                        "/api/v1/forum/study/drafts/*/comments/*");
    }

    @Bean
    static DescribedAddresses forumDescribed() {
        return DescribedAddresses.of(
                "forum",
                MeetingsForPrograms.class,
                RecommendationsForPrograms.class,
                SilenceForPrograms.class,
                ReportsForPrograms.class,
                QuestionnairesForPrograms.class,
                RepliesForPrograms.class,
                StudyDraftsForPrograms.class);
    }
}
