package org.comity.node.legislation.web;

import org.comity.node.frame.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LawNavigation {

    @Bean
    NavigationEntry lawPlace() {
        return NavigationEntry.of(50, "law.title", "/law");
    }
}
