package org.comity.node.evidence;

import java.io.IOException;
import java.util.List;
import org.comity.node.checkup.Check;
import org.comity.node.checkup.Finding;
import org.comity.node.checkup.Subject;
import org.comity.node.evidence.vault.Blobs;
import org.comity.node.evidence.vault.StoreUnavailable;
import org.comity.node.frame.Said;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tries the vault's store when the node starts, and in its self-test. A node whose store does not answer starts all the same:
 * requests and their clocks do not need it, and what is acknowledged waits on this disk.
 */
@Component
class TryingStore implements Check {

    private static final Logger log = LoggerFactory.getLogger(TryingStore.class);

    private final Blobs blobs;

    TryingStore(Blobs blobs) {
        this.blobs = blobs;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void atStart() {
        for (Finding found : look()) {
            String said = found.said().inEnglish();
            switch (found.verdict()) {
                case WELL, SOON, UNSET -> log.info("{}", said);
                case FAILED ->
                    log.error(
                            "{} {} {}",
                            blobs.place().inEnglish(),
                            said,
                            found.toDo().map(Said::inEnglish).orElse(""));
            }
        }
    }

    @Override
    public Subject subject() {
        return Subject.VAULT;
    }

    @Override
    public List<Finding> look() {
        try {
            blobs.tryOut();
            return List.of(Finding.well(Said.of("checkup.vault.well", blobs.place())));
        } catch (StoreUnavailable store) {
            return List.of(Finding.failed(store.said(), Said.of("checkup.vault.to-do")));
        } catch (IOException other) {
            return List.of(Finding.failed(Said.of("checkup.broke", other.toString()), Said.of("checkup.vault.to-do")));
        }
    }
}
