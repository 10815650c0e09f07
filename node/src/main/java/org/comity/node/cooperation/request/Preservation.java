package org.comity.node.cooperation.request;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.LifeCycle;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;

/**
 * Data is kept: since when and by whom, and for each item how it stands and until when.
 *
 * @param keptUntil the earliest end of the items whose time runs; the last one known when none runs
 * @param items in the order of the request; empty where the other side named none
 */
public record Preservation(Instant effectedAt, Instant keptUntil, String provider, List<KeptItem> items) {

    /** How a request stands whose items are all over, by the first that stands so. */
    private static final List<RequestState> ENDS =
            List.of(RequestState.PRODUCED, RequestState.WITHDRAWN, RequestState.RELEASED, RequestState.LAPSED);

    public Preservation {
        items = List.copyOf(items);
        keptUntil = items.stream()
                .filter(KeptItem::runsOut)
                .map(KeptItem::keptUntil)
                .min(Comparator.naturalOrder())
                .orElse(keptUntil);
    }

    public static Preservation of(Instant effectedAt, Instant keptUntil, String provider, List<ItemOutcome> outcomes) {
        return new Preservation(
                effectedAt,
                keptUntil,
                provider,
                outcomes.stream().map(it -> KeptItem.of(it, keptUntil)).toList());
    }

    /** What the provider said of each item when it began to keep them. */
    List<ItemOutcome> outcomes() {
        return items.stream()
                .map(it -> new ItemOutcome(it.identifier(), it.wasThere(), it.remark()))
                .toList();
    }

    /** How many items somebody keeps. */
    public long held() {
        return items.stream().filter(KeptItem::isHeld).count();
    }

    /** Those whose own time is over by then. */
    public List<ItemOutcome> endingBy(Instant at) {
        return items.stream()
                .filter(it -> it.runsOut() && !it.keptUntil().isAfter(at))
                .map(KeptItem::named)
                .toList();
    }

    /** The latest end among the named items; with none named, among all whose time runs. */
    public Instant latestEnd(List<ItemOutcome> named) {
        return items.stream()
                .filter(it -> it.runsOut() && isNamed(it, named))
                .map(KeptItem::keptUntil)
                .max(Comparator.naturalOrder())
                .orElse(keptUntil);
    }

    Preservation until(Instant end) {
        return new Preservation(
                effectedAt,
                end,
                provider,
                items.stream().map(it -> it.until(end)).toList());
    }

    /** Those that an act of this side can be about now. */
    Stream<KeptItem> open(LifeCycle life, RequestEvent event, By by) {
        return items.stream()
                .filter(it -> it.isHeld() && life.offered(it.state(), event, by).isPresent());
    }

    boolean hasRow(LifeCycle life, RequestEvent event, By by, Particulars told) {
        return items.stream()
                .anyMatch(it -> isConcerned(it, told)
                        && life.find(it.state(), event, by).isPresent());
    }

    /** Each item that is concerned takes its own row; one that has none stays as it is. */
    Preservation moved(LifeCycle life, RequestEvent event, By by, Particulars told) {
        return new Preservation(
                effectedAt,
                event == RequestEvent.EXTENSION_GRANTED ? told.keptUntil().orElse(keptUntil) : keptUntil,
                provider,
                items.stream()
                        .map(it -> isConcerned(it, told) ? it.moved(life, event, by, told.keptUntil()) : it)
                        .toList());
    }

    private static boolean isConcerned(KeptItem item, Particulars told) {
        return item.wasThere() && isNamed(item, told.outcomes());
    }

    private static boolean isNamed(KeptItem item, List<ItemOutcome> named) {
        return named.isEmpty() || named.stream().anyMatch(it -> it.identifier().equals(item.identifier()));
    }

    /**
     * How the request stands: its time runs while that of an item does, and it is over with the last of them. It follows from
     * the items alone, so that both copies agree whenever their items do.
     */
    RequestState standing() {
        if (items.stream().anyMatch(KeptItem::runsOut)) {
            if (items.stream().anyMatch(it -> it.state() == RequestState.EXTENDED)) {
                return RequestState.EXTENDED;
            }
            return held() == items.size() ? RequestState.PRESERVED : RequestState.PARTIAL;
        }
        if (held() > 0) {
            return RequestState.FOLLOWUP_RECEIVED;
        }
        return ENDS.stream()
                .filter(end -> items.stream().anyMatch(it -> it.state() == end))
                .findFirst()
                .orElse(RequestState.NOT_FOUND);
    }
}
