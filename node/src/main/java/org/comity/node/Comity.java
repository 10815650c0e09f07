package org.comity.node;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The node: pages, exchange and clocks of one authority. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Comity {

    public static void main(String[] arguments) {
        SpringApplication.run(Comity.class, arguments);
    }
}
