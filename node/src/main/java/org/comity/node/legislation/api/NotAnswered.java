package org.comity.node.legislation.api;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** A question that can't be answered as it was asked: what is wrong, and what would be right. */
final class NotAnswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong; each has a paragraph on the page of the interface. */
    enum Kind {
        INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter can't be read"),
        NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing in the data set"),
        NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "This answer has another form");

        private final HttpStatus status;
        private final String title;

        Kind(HttpStatus status, String title) {
            this.status = status;
            this.title = title;
        }

        HttpStatus status() {
            return status;
        }

        String title() {
            return title;
        }

        /** The part of the page that tells about it. */
        String anchor() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final Kind kind;
    private final transient Optional<String> parameter;
    private final transient List<String> valid;

    private NotAnswered(Kind kind, String detail, Optional<String> parameter, List<String> valid) {
        super(detail);
        this.kind = kind;
        this.parameter = parameter;
        this.valid = valid;
    }

    static NotAnswered missing(String parameter, List<String> valid) {
        return invalid(parameter, "The parameter “" + parameter + "” is missing.", valid);
    }

    static NotAnswered invalid(String parameter, String detail, List<String> valid) {
        return new NotAnswered(Kind.INVALID_PARAMETER, detail, Optional.of(parameter), valid);
    }

    static NotAnswered unknown(String what, String asked, List<String> valid) {
        return new NotAnswered(
                Kind.NOT_FOUND, "There is no " + what + " “" + asked + "” in the data set.", Optional.empty(), valid);
    }

    static NotAnswered form(List<String> valid) {
        return new NotAnswered(
                Kind.NOT_ACCEPTABLE,
                "This answer is given as " + String.join(" or ", valid) + " only.",
                Optional.empty(),
                valid);
    }

    Kind kind() {
        return kind;
    }

    Optional<String> parameter() {
        return parameter;
    }

    /** What would have been right; empty where too much would. */
    List<String> valid() {
        return valid;
    }
}
