package org.comity.node.legislation.web;

import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.legislation.change.ReadingChanges;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LawNavigation {

    @Bean
    NavigationEntry lawPlace(ReadingChanges changes, CurrentPerson current) {
        return NavigationEntry.of(50, "law.title", "/law")
                .counting(() -> current.find().map(changes::waiting).orElse(0));
    }
}
