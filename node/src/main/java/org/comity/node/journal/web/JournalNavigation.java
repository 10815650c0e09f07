package org.comity.node.journal.web;

import org.comity.node.frame.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JournalNavigation {

    @Bean
    NavigationEntry journalPlace() {
        return NavigationEntry.of(85, "journal.title", "/journal")
                .onlyFor("OVERSEER", "ADMINISTRATOR", "LAWYER", "DUTY_OFFICER")
                .asMinor();
    }
}
