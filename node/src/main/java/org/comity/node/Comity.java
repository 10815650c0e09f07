package org.comity.node;

import org.comity.node.console.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The node: pages, exchange and clocks of one authority. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Comity {

    public static void main(String[] arguments) {
        System.exit(new Commands(Comity.class).run(arguments));
    }
}
