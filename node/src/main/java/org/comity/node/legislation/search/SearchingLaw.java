package org.comity.node.legislation.search;

import java.util.Optional;
import org.comity.law.LawBase;
import org.comity.node.lawbook.CurrentLaw;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Searches the law as it stands now; whoever asks first after a change waits about a second for the new index. */
@Component
public class SearchingLaw {

    private final CurrentLaw law;

    /** Replaced as a whole, under this object's lock. */
    private volatile @Nullable Indexed indexed;

    SearchingLaw(CurrentLaw law) {
        this.law = law;
    }

    private record Indexed(LawBase law, LawIndex index) {}

    public LawIndex.Found find(String typed, Optional<LawEntry.Kind> kind, int from, int size) {
        return index().find(typed, kind, from, size);
    }

    private LawIndex index() {
        LawBase now = law.now();
        Indexed held = indexed;
        if (held != null && held.law() == now) {
            return held.index();
        }
        return indexAnew();
    }

    private synchronized LawIndex indexAnew() {
        LawBase now = law.now();
        Indexed held = indexed;
        if (held == null || held.law() != now) {
            held = new Indexed(now, LawIndex.of(now));
            indexed = held;
        }
        return held.index();
    }

    /** In the background, once the node serves. */
    @EventListener(ApplicationReadyEvent.class)
    void inAdvance() {
        Thread.ofPlatform()
                .daemon()
                .name("indexing-law")
                .priority(Thread.MIN_PRIORITY)
                .start(this::index);
    }
}
