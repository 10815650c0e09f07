package org.comity.node.oversight.api;

import org.comity.node.frame.DescribedAddresses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How these addresses are described. */
@Configuration(proxyBeanMethods = false)
class OverseeingForPrograms {

    @Bean
    static DescribedAddresses oversightDescribed() {
        return DescribedAddresses.of(
                "oversight",
                CountsForPrograms.class,
                DeskForPrograms.class,
                ReviewsForPrograms.class,
                ComplaintsForPrograms.class);
    }

    @Bean
    static DescribedAddresses transparencyDescribed() {
        return DescribedAddresses.of("transparency", TransparencyForPrograms.class);
    }
}
