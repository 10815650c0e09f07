package org.comity.node.forum;

import java.util.List;
import org.comity.node.forum.mandate.Body;
import org.comity.node.forum.mandate.Mandate;
import org.comity.node.forum.meeting.Meeting;
import org.comity.node.forum.report.Quantifiers;
import org.comity.node.forum.study.Questionnaire;

/** What ships with the node, for tests without one. */
public final class ShippedForum {

    private static final Library LIBRARY = new Library();

    private ShippedForum() {}

    public static List<Meeting> meetings() {
        return LIBRARY.meetings();
    }

    public static Meeting meeting(String id) {
        return meetings().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    public static Body body(String id) {
        return LIBRARY.bodies().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public static List<Mandate> mandates() {
        return LIBRARY.mandates();
    }

    public static Questionnaire questionnaire() {
        return Library.read("study.yaml", Questionnaire.class).getFirst();
    }

    public static Quantifiers quantifiers() {
        return new Quantifiers(Library.read("quantifiers.yaml", Quantifiers.Step.class));
    }
}
