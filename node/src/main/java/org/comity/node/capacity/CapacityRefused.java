package org.comity.node.capacity;

import java.time.Clock;
import org.comity.node.frame.Refused;
import org.comity.node.frame.Said;
import org.comity.node.kept.Records;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person asked for can't be done: which field is wrong, and what to do instead. */
public final class CapacityRefused extends Refused {

    private static final long serialVersionUID = 1L;

    public CapacityRefused(String field, Said said) {
        super(field, said);
    }

    static CapacityRefused of(String field, String key, Object... about) {
        return new CapacityRefused(field, Said.of(key, about));
    }

    /** Records of this room, which refuse as it does. */
    static Records.Room keeping(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        return new Records.Room("capacity", CapacityRefused::new, jdbc, events, clock);
    }
}
