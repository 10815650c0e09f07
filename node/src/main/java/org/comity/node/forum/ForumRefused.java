package org.comity.node.forum;

import java.time.Clock;
import org.comity.node.frame.Refused;
import org.comity.node.frame.Said;
import org.comity.node.kept.Records;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person asked for can't be done: which field is wrong, and what to do instead. */
public final class ForumRefused extends Refused {

    private static final long serialVersionUID = 1L;

    public ForumRefused(String field, Said said) {
        super(field, said);
    }

    /** Records of the forum, which refuse as the forum does. */
    static Records.Room keeping(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        return new Records.Room("forum", ForumRefused::new, jdbc, events, clock);
    }
}
