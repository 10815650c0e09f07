package org.comity.node.legislation.web;

import org.comity.node.identity.CurrentPerson;
import org.comity.node.journal.SubjectAccess;
import org.comity.node.legislation.change.ProposalId;
import org.comity.node.legislation.change.ReadingChanges;
import org.springframework.stereotype.Component;

/** Who sees a proposal sees its journal entries. */
@Component
class ChangeAccess implements SubjectAccess {

    private final ReadingChanges reading;
    private final CurrentPerson current;

    ChangeAccess(ReadingChanges reading, CurrentPerson current) {
        this.reading = reading;
        this.current = current;
    }

    @Override
    public String kind() {
        return "law-change";
    }

    @Override
    public boolean maySee(String subject) {
        return current.find()
                .filter(person -> reading.sees(person, ProposalId.of(subject.substring(subject.indexOf(':') + 1))))
                .isPresent();
    }
}
