package org.comity.node.legislation;

import org.comity.law.LawBase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LawConfiguration {

    @Bean
    LawBase lawBase() {
        return LawBase.load();
    }
}
