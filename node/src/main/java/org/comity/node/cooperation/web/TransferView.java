package org.comity.node.cooperation.web;

import java.util.List;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.evidence.Fetch;
import org.comity.node.evidence.Packing;
import org.comity.node.evidence.Release;
import org.comity.node.evidence.Sizes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Evidence on its way between the two nodes, in one direction or the other, or into a package for a court.
 *
 * @param name of the exhibit, or for whom the package is
 * @param other who fetches it; null where this node does
 * @param standing last word of the message key
 * @param rate in a second; null while nothing comes
 * @param left null where that is not known
 * @param trouble null while it goes on
 * @param exhibit that it is in this node's vault
 */
record TransferView(
        String id,
        String name,
        @Nullable String other,
        String standing,
        int percent,
        String received,
        String size,
        @Nullable String rate,
        @Nullable String left,
        @Nullable String trouble,
        @Nullable String exhibit) {

    static List<TransferView> coming(RequestView view, Wording wording) {
        return view.fetches().stream().map(it -> of(it, wording)).toList();
    }

    static List<TransferView> going(RequestView view) {
        return view.releases().stream().map(TransferView::of).toList();
    }

    static List<TransferView> packing(RequestView view) {
        return view.packings().stream().map(TransferView::of).toList();
    }

    private static TransferView of(Packing asked) {
        return new TransferView(
                asked.id().toString(),
                asked.recipient(),
                null,
                asked.state().token(),
                asked.percent(),
                shown(asked.read()),
                shown(asked.size()),
                asked.rate() == 0 ? null : shown(asked.rate()),
                asked.left().map(Moment::left).orElse(null),
                null,
                null);
    }

    private static TransferView of(Fetch fetch, Wording wording) {
        return new TransferView(
                fetch.id().toString(),
                fetch.name(),
                null,
                fetch.state().token(),
                fetch.percent(),
                shown(fetch.received()),
                shown(fetch.size()),
                fetch.rate() == 0 ? null : shown(fetch.rate()),
                fetch.left().map(Moment::left).orElse(null),
                fetch.trouble().map(wording::of).orElse(null),
                fetch.exhibit().map(Object::toString).orElse(null));
    }

    private static TransferView of(Release release) {
        var left = release.left();
        return new TransferView(
                release.id().toString(),
                release.name(),
                release.recipient(),
                release.isFetched() ? "fetched" : "released",
                release.size() == 0 ? 0 : (int) (release.fetched() * 100 / release.size()),
                shown(release.fetched()),
                shown(release.size()),
                left.map(_ -> shown(release.rate())).orElse(null),
                left.map(Moment::left).orElse(null),
                null,
                release.exhibit().toString());
    }

    /** It can be stopped and gone on with. */
    public boolean isOpen() {
        return standing.equals("waiting") || standing.equals("paused") || standing.equals("broken");
    }

    private static String shown(long bytes) {
        return Sizes.shown(bytes, LocaleContextHolder.getLocale());
    }
}
