package org.comity.node.exchange;

import java.util.Optional;
import org.comity.hi1.ErrorInformation;
import org.jspecify.annotations.Nullable;

/** A party did not answer over HI-1, or refused the whole request; the message says what to do. */
public final class Hi1CallFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean worthAnotherTry;
    private final transient @Nullable ErrorInformation refusal;

    private Hi1CallFailed(
            String message, boolean worthAnotherTry, @Nullable ErrorInformation refusal, @Nullable Throwable cause) {
        super(message, cause);
        this.worthAnotherTry = worthAnotherTry;
        this.refusal = refusal;
    }

    public static Hi1CallFailed unanswered(String message, @Nullable Throwable cause) {
        return new Hi1CallFailed(message, true, null, cause);
    }

    public static Hi1CallFailed untrusted(String message, @Nullable Throwable cause) {
        return new Hi1CallFailed(message, false, null, cause);
    }

    public static Hi1CallFailed refused(String message, boolean worthAnotherTry, ErrorInformation refusal) {
        return new Hi1CallFailed(message, worthAnotherTry, refusal, null);
    }

    /** Whether the same call, under the same transaction, may succeed later. */
    public boolean isWorthAnotherTry() {
        return worthAnotherTry;
    }

    /** What the other side said, if it answered. */
    public Optional<ErrorInformation> refusal() {
        return Optional.ofNullable(refusal);
    }
}
