package org.comity.node.exchange.web;

import org.comity.node.exchange.Answers;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.WatchedAddresses;
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

    /** Pages that show what others sent, or what was sent to them. */
    @Bean
    static WatchedAddresses messagesWatched() {
        return WatchedAddresses.of("message", "/channels/messages/{id}/**", "/channels/mail/{id:[0-9a-f-]{36}}/**");
    }
}
