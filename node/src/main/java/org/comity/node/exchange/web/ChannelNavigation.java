package org.comity.node.exchange.web;

import org.comity.node.exchange.Answers;
import org.comity.node.frame.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChannelNavigation {

    @Bean
    NavigationEntry channelPlace(Answers answers) {
        return NavigationEntry.of(65, "exchange.pages.title", "/channels")
                .onlyFor("DUTY_OFFICER", "LAWYER", "ADMINISTRATOR")
                .asMinor()
                .counting(answers::inTray);
    }
}
