package org.comity.node.directory;

import java.time.Clock;
import org.comity.node.settings.ComitySettings;
import org.comity.node.time.WallClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    @Bean
    OwnNode ownNode(ComitySettings settings, DirectorySettings directory, @WallClock Clock wallClock) {
        return OwnNode.at(settings.home(), directory.particulars(settings), wallClock);
    }
}
