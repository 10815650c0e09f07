package org.comity.node.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.comity.node.Browser.View;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.identity.Role;
import org.comity.node.journal.Journal;
import org.comity.node.journal.web.JournalPagesTests.Preserved;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal as people see it. */
class JournalInBrowserTests extends InBrowser {

    @Autowired
    Journal journal;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @InEveryView
    void theJournalAnEntryAndTheRegisterReadWell(View view) {
        String subject = "party:" + UUID.randomUUID();
        transaction.executeWithoutResult(_ -> events.publishEvent(new Preserved(subject)));
        long position = journal.entriesAbout(subject).getFirst().position();
        var visit = signedIn(view, Role.ADMINISTRATOR, Role.OVERSEER);
        visit.open("/journal").photograph("journal").check();
        visit.open("/journal/" + position).photograph("journal-entry").check();
        transaction.executeWithoutResult(_ -> journal.erase(position, "order of the authority", "administrator"));
        visit.open("/journal/erasures").photograph("journal-erasures").check();
        assertThat(journal.find(position).orElseThrow().isErased()).isTrue();
    }
}
