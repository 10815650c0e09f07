package org.comity.node.forum;

import java.time.Clock;
import org.comity.node.frame.Said;
import org.comity.node.kept.Records;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person asked for can't be done: which field is wrong, and what to do instead. */
public final class ForumRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String field;
    private final transient Said said;

    public ForumRefused(String field, Said said) {
        super(said.inEnglish());
        this.field = field;
        this.said = said;
    }

    /** Records of the forum, which refuse as the forum does. */
    static Records.Room keeping(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        return new Records.Room("forum", ForumRefused::new, jdbc, events, clock);
    }

    public String field() {
        return field;
    }

    public Said said() {
        return said;
    }
}
