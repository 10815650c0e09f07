package org.comity.node.exchange;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Arrays;
import java.util.UUID;
import org.comity.node.directory.Peers;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

/** A node in a process of its own, which is killed once it has committed and before anything more can leave it. */
final class DoomedNode {

    static final String READY = "READY";
    static final String COMMITTED = "COMMITTED";
    static final UUID CONVERSATION = UUID.fromString("7f0c2a52-77a5-4c3c-9c39-1d4f2f8a11aa");

    enum Fate {
        SENDER,
        RECEIVER
    }

    private DoomedNode() {}

    public static void main(String[] arguments) throws InterruptedException {
        var node = new SpringApplicationBuilder(ExchangeNode.Application.class, Silence.class)
                .web(WebApplicationType.SERVLET)
                .run(Arrays.copyOfRange(arguments, 1, arguments.length));
        IO.println(READY);
        if (Fate.valueOf(arguments[0]) == Fate.SENDER) {
            var peer = node.getBean(Peers.class).all().getFirst().party();
            node.getBean(TransactionTemplate.class)
                    .executeWithoutResult(status -> node.getBean(Outbox.class)
                            .send(new Envelope(CONVERSATION, peer, "<last-words/>".getBytes())));
            IO.println(COMMITTED);
        }
        Thread.sleep(Long.MAX_VALUE);
    }

    /** When the receipt is about to be written, the envelope is committed: says so, and never writes. */
    static class Silence {
        @Bean
        FilterRegistrationBean<Filter> silence() {
            return new FilterRegistrationBean<>((request, response, chain) ->
                    chain.doFilter(request, new HttpServletResponseWrapper((HttpServletResponse) response) {
                        @Override
                        public ServletOutputStream getOutputStream() {
                            IO.println(COMMITTED);
                            try {
                                Thread.sleep(Long.MAX_VALUE);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            throw new IllegalStateException("never");
                        }
                    }));
        }
    }
}
