package org.comity.node.evidence.vault;

import java.io.IOException;
import org.comity.node.frame.Said;

/** The store does not do its work now. Nothing that is in it is lost by that. @see #said what is wrong and what to do */
public final class StoreUnavailable extends IOException {

    private static final long serialVersionUID = 1L;
    private final transient Said said;

    StoreUnavailable(Said said, Throwable cause) {
        super(said.inEnglish(), cause);
        this.said = said;
    }

    public Said said() {
        return said;
    }
}
