package org.comity.node.cooperation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.CaseFileId;
import org.comity.node.cooperation.request.Offence;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a case file and says who may see it. */
@Service
@Transactional
public class OpeningCaseFile {

    private final CaseFiles caseFiles;
    private final References references;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpeningCaseFile(CaseFiles caseFiles, References references, ApplicationEventPublisher events, Clock clock) {
        this.caseFiles = caseFiles;
        this.references = references;
        this.events = events;
        this.clock = clock;
    }

    /** @param openTo roles that may see it beside the person who opens it; {@link CaseFile#DESK} unless it is restricted */
    public record Opening(String title, Offence offence, String facts, Set<Role> openTo) {}

    public CaseFile open(Person person, Opening opening) {
        Permissions.drafter(person);
        var caseFile = new CaseFile(
                CaseFileId.fresh(),
                references.forCaseFile(),
                Permissions.said("title", opening.title(), "cooperation.refused.title"),
                opening.offence(),
                opening.facts().strip(),
                person.id(),
                person.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Set.of(person.id()),
                opening.openTo());
        caseFiles.add(caseFile);
        events.publishEvent(CaseFileStep.opened(caseFile, person));
        return caseFile;
    }
}
