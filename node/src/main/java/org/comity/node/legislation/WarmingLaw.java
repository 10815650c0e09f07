package org.comity.node.legislation;

import org.comity.node.lawbook.CurrentLaw;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads all national law once the node serves, so that the first reader does not wait for it. */
@Component
class WarmingLaw {

    private static final Logger log = LoggerFactory.getLogger(WarmingLaw.class);

    private final CurrentLaw law;

    WarmingLaw(CurrentLaw law) {
        this.law = law;
    }

    @EventListener(ApplicationReadyEvent.class)
    void inTheBackground() {
        Thread.ofPlatform()
                .daemon()
                .name("warming-law")
                .priority(Thread.MIN_PRIORITY)
                .start(this::read);
    }

    /** A fault in the data shows itself on the page that needs it; here it must only be heard of. */
    private void read() {
        try {
            law.now().check();
        } catch (RuntimeException e) {
            log.warn("The national law of the data set can't be read whole: {}", e.getMessage());
        }
    }
}
