package org.comity.node.cooperation.request;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Role;

/**
 * One investigation as this node knows it.
 *
 * @param reference State, year and number, such as {@code PT-2026-0001}
 * @param assigned may see it whatever their role
 * @param openTo everyone with one of these roles may see it; empty for a case that only the assigned see
 */
public record CaseFile(
        CaseFileId id,
        String reference,
        String title,
        Offence offence,
        String facts,
        PersonId openedBy,
        String openedByName,
        Instant openedAt,
        Set<PersonId> assigned,
        Set<Role> openTo) {

    /** The desk on duty, those who approve, and the lawyers. */
    public static final Set<Role> DESK = Set.of(Role.DUTY_OFFICER, Role.APPROVER, Role.LAWYER);

    public CaseFile {
        assigned = Set.copyOf(assigned);
        openTo = Set.copyOf(openTo);
    }

    /** Oversight reads everything; an administrator sees no case by that role alone. */
    public boolean isVisibleTo(Person person) {
        return person.is(Role.OVERSEER)
                || assigned.contains(person.id())
                || openTo.stream().anyMatch(person::is);
    }

    public CaseFile assign(PersonId person) {
        var more = new HashSet<>(assigned);
        more.add(person);
        return assignedTo(more);
    }

    public CaseFile takeBack(PersonId person) {
        var fewer = new HashSet<>(assigned);
        fewer.remove(person);
        return assignedTo(fewer);
    }

    private CaseFile assignedTo(Set<PersonId> people) {
        return new CaseFile(id, reference, title, offence, facts, openedBy, openedByName, openedAt, people, openTo);
    }
}
