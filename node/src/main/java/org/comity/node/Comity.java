package org.comity.node;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The node: pages, exchange and clocks of one authority. */
@SpringBootApplication
public class Comity {

    public static void main(String[] arguments) {
        SpringApplication.run(Comity.class, arguments);
    }
}
