package org.comity.node.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done (RFC 9457).
 *
 * @param field the first that is wrong, as it was sent
 * @param errors all that are wrong
 * @param open what must be done first, one by one
 * @param todo what to do now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable String field,
        @Nullable List<Wrong> errors,
        @Nullable List<String> open,
        @Nullable String todo) {

    public record Wrong(String field, String detail) {}
}
