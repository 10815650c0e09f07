package org.comity.node.exchange.hi1;

import org.comity.node.exchange.ExchangeNode;
import org.comity.node.exchange.Hi1ActionTaken;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.event.TransactionalEventListener;

/** A provider in a process of its own, which is killed once it has committed and before its answer can leave. */
final class DoomedProvider {

    static final String READY = "READY";
    static final String COMMITTED = "COMMITTED";

    private DoomedProvider() {}

    public static void main(String[] arguments) throws InterruptedException {
        new SpringApplicationBuilder(ExchangeNode.Application.class, Silence.class)
                .web(WebApplicationType.SERVLET)
                .run(arguments);
        IO.println(READY);
        Thread.sleep(Long.MAX_VALUE);
    }

    static class Silence {
        @Bean
        Mute mute() {
            return new Mute();
        }
    }

    /** Holds the thread that would answer. */
    static class Mute {
        @TransactionalEventListener
        void committed(Hi1ActionTaken taken) throws InterruptedException {
            IO.println(COMMITTED);
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
