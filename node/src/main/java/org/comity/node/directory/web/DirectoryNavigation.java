package org.comity.node.directory.web;

import org.comity.node.frame.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryNavigation {

    @Bean
    NavigationEntry directoryPlace() {
        return NavigationEntry.of(60, "directory.title", "/directory");
    }
}
