package org.comity.node.legislation;

import org.comity.law.LawBase;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LawConfiguration {

    @Bean
    CurrentLaw currentLaw() {
        LawBase shipped = LawBase.load();
        return () -> shipped;
    }
}
