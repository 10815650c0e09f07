package org.comity.node.capacity.api;

import org.comity.node.frame.DescribedAddresses;
import org.comity.node.identity.ApiArea;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which tokens open these addresses, and how they are described. */
@Configuration(proxyBeanMethods = false)
class CapacityForPrograms {

    /** What the State says to others is a person's word: a note that everybody reads, an assessment that peers see. */
    @Bean
    static ApiArea capacityForTokens() {
        return ApiArea.of("capacity", "capacity.area", "/api/v1/capacity/**")
                .deciding(
                        "/api/v1/capacity/register/*/*/note",
                        "/api/v1/capacity/assessments/*/opening",
                        "/api/v1/capacity/assessments/*/conclusion",
                        "/api/v1/capacity/assessments/*/reviews/*/agreement");
    }

    @Bean
    static DescribedAddresses capacityDescribed() {
        return DescribedAddresses.of(
                "capacity",
                RegisterForPrograms.class,
                PairingsForPrograms.class,
                AssessmentsForPrograms.class,
                ThresholdsForPrograms.class,
                PlansForPrograms.class,
                ChannelsForPrograms.class);
    }
}
