package org.comity.node.gazette.web;

import org.comity.node.frame.NavigationEntry;
import org.comity.node.gazette.ReadingGazettes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GazetteNavigation {

    @Bean
    NavigationEntry gazettePlace(ReadingGazettes reading) {
        return NavigationEntry.of(75, "gazette.title", "/gazette")
                .asMinor()
                .counting(() -> reading.count(new ReadingGazettes.Filter("", "", true, 1)));
    }
}
