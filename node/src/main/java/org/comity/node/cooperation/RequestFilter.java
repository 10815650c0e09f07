package org.comity.node.cooperation;

import java.util.Optional;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;

/**
 * Which requests of a list are wanted.
 *
 * @param words all must occur in a reference, the counterpart, or what the request says
 * @param openOnly without those that are over
 */
public record RequestFilter(
        String words, Optional<Side> side, Optional<RequestKind> kind, Optional<RequestState> state, boolean openOnly) {

    public static RequestFilter ofWords(String words) {
        return new RequestFilter(words, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}
