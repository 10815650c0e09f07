package org.comity.node.exchange.hi1;

import java.time.Duration;
import java.util.Optional;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.OwnNode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * HI-1, under {@code comity.hi1.}.
 *
 * @param port where requests are taken; a provider takes them at 8443 unless told otherwise, others only if told
 * @param address at which the port is opened: a proxy before it must pass TLS through, or the caller's certificate is lost
 * @param mostBytes longest message taken; deliveries that are larger are fetched from an address that the message names
 * @param connectTimeout how long a party may take to pick up
 * @param answerTimeout how long it may take to answer
 */
@ConfigurationProperties("comity.hi1")
record Hi1Settings(
        Optional<Integer> port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("8388608") int mostBytes,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration answerTimeout) {

    static final int USUAL_PORT = 8443;

    Optional<Integer> portOf(OwnNode own) {
        return own.card().functions().contains(NodeFunction.PROVIDER) ? port.or(() -> Optional.of(USUAL_PORT)) : port;
    }
}
