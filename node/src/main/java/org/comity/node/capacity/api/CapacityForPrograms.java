package org.comity.node.capacity.api;

import org.comity.node.frame.DescribedAddresses;
import org.comity.node.identity.ApiArea;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which tokens open these addresses, and how they are described. */
@Configuration(proxyBeanMethods = false)
class CapacityForPrograms {

    @Bean
    static ApiArea capacityForTokens() {
        return ApiArea.of("capacity", "capacity.area", "/api/v1/capacity/**");
    }

    @Bean
    static DescribedAddresses capacityDescribed() {
        return DescribedAddresses.of("capacity", RegisterForPrograms.class, StandingForPrograms.class);
    }
}
