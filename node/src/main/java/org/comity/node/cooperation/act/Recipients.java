package org.comity.node.cooperation.act;

import java.util.Comparator;
import java.util.List;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.directory.Counterpart;
import org.comity.node.directory.Counterparts;
import org.comity.node.directory.NodeFunction;
import org.springframework.stereotype.Component;

/** To whom in a State a request of a kind can go. */
@Component
public class Recipients {

    private final Counterparts counterparts;

    Recipients(Counterparts counterparts) {
        this.counterparts = counterparts;
    }

    /** For an order, the providers there; else the authorities. */
    public List<Counterpart> in(String state, RequestKind kind) {
        return kind.isOrder() ? counterparts.forState(state, NodeFunction.PROVIDER) : authorities(state);
    }

    /** Contact points first, for preservation is theirs; and who is told at once before who is told by hand. */
    private List<Counterpart> authorities(String state) {
        return counterparts.all().stream()
                .filter(it -> it.state().equals(state))
                .filter(it -> it.functions().contains(NodeFunction.CONTACT_24_7)
                        || it.functions().contains(NodeFunction.CENTRAL_AUTHORITY))
                .sorted(Comparator.comparing((Counterpart it) -> !it.functions().contains(NodeFunction.CONTACT_24_7))
                        .thenComparing(Counterpart::channel)
                        .thenComparing(it -> it.party().value()))
                .toList();
    }
}
