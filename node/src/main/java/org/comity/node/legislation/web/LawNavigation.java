package org.comity.node.legislation.web;

import org.comity.node.frame.NavigationEntry;
import org.comity.node.frame.WarmPages;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.legislation.change.ReadingChanges;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LawNavigation {

    /** One of each kind, those first that are opened first. */
    @Bean
    WarmPages warmLaw() {
        return WarmPages.of(
                "/law",
                "/law/states/BR",
                "/law/map",
                "/law/instruments/ets185",
                "/law/provisions/ets185:17",
                "/law/compare?state=BR&state=PT",
                "/law/dual-criminality?from=PT&to=BR&offence=ets185:2",
                "/law/search?q=budapest",
                "/law/lab",
                "/law/lab?state=BR",
                "/law/lab/what-if?suppose=in-force:uncc",
                "/law/lab/ranking",
                "/law/lab/history",
                "/law/instruments",
                "/law/provisions",
                "/law/about",
                "/law/download");
    }

    @Bean
    NavigationEntry lawPlace(ReadingChanges changes, CurrentPerson current) {
        return NavigationEntry.of(50, "law.title", "/law")
                .counting(() -> current.find().map(changes::waiting).orElse(0));
    }
}
