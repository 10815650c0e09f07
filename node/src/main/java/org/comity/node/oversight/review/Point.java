package org.comity.node.oversight.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a reviewer looks at in each case (ETS 185 art. 15, UNCC art. 24, EU 2023/1543 arts. 4, 5(2), 8, 13). */
public enum Point {
    NECESSITY,
    PROPORTIONALITY,
    LEGAL_BASIS,
    JUDICIAL_AUTHORISATION,
    /** Of the person concerned, or of the State that is to be told. */
    NOTIFICATION,
    /** Silence that was asked of a provider, with its reason and its end. */
    GAG;

    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Point> of(String token) {
        return Arrays.stream(values()).filter(it -> it.token().equals(token)).findFirst();
    }

    /** What a reviewer may find. */
    public enum Verdict {
        IN_ORDER,
        DOUBTFUL,
        NOT_IN_ORDER,
        NOT_APPLICABLE;

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Verdict> of(String token) {
            return Arrays.stream(values())
                    .filter(it -> it.token().equals(token))
                    .findFirst();
        }

        /** Nobody doubts without saying why. */
        boolean needsRemark() {
            return this == DOUBTFUL || this == NOT_IN_ORDER;
        }
    }
}
