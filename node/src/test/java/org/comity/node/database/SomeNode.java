package org.comity.node.database;

import java.nio.file.Path;

/** What a node does with its database, as a process of its own that a test can kill. */
class SomeNode {

    public static void main(String[] arguments) throws Exception {
        try {
            var postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
            IO.println("started " + postgres.pid());
            Thread.sleep(Long.MAX_VALUE);
        } catch (DatabaseUnavailable refused) {
            IO.println(refused.getMessage());
        }
    }
}
