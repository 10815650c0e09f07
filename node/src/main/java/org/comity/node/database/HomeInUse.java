package org.comity.node.database;

import java.nio.file.Path;

/** A second node was started on a home folder that a running node holds. */
public class HomeInUse extends DatabaseUnavailable {

    HomeInUse(Path home, String holder) {
        super("""
                The home folder %s is in use by a running node (process %s). \
                Stop that node first, or give this one its own folder with --home.\
                """.formatted(home, holder));
    }
}
