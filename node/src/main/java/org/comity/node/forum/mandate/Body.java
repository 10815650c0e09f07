package org.comity.node.forum.mandate;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;

/**
 * An organ that meets.
 *
 * @param parent id of the body to which it reports; empty for the highest one here
 * @param series where its document symbols begin, such as {@code UNODC/CCPCJ/EG.4}
 * @param openEnded whether every State may take part, so that none is only an observer
 * @param members terms of the States that are elected; empty for an open-ended one
 */
@RecordBuilder
public record Body(
        String id,
        String name,
        String shortName,
        String parent,
        String series,
        boolean openEnded,
        List<Membership> members,
        List<Office> offices,
        List<Theme> workplan,
        Provenance provenance)
        implements BodyBuilder.With {

    public Body {
        members = List.copyOf(members);
        offices = List.copyOf(offices);
        workplan = List.copyOf(workplan);
    }

    public List<Office> officesOn(LocalDate day) {
        return offices.stream().filter(office -> office.isHeldOn(day)).toList();
    }

    public List<Membership> membersOn(LocalDate day) {
        return members.stream().filter(it -> it.isHeldOn(day)).toList();
    }

    /** Whether a State sits in it as a member on a day; everyone does where it is open-ended or no member is on record. */
    public boolean seats(String state, LocalDate day) {
        var then = membersOn(day);
        return openEnded
                || then.isEmpty()
                || then.stream().anyMatch(it -> it.state().equals(state));
    }
}
