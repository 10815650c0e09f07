package org.comity.node.forum.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done (RFC 9457), with the fields that all addresses of the node use.
 *
 * @param field that is wrong, as it was sent
 * @param todo what to do now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ForumProblem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable String field,
        @Nullable List<Wrong> errors,
        String todo) {

    record Wrong(String field, String detail) {}
}
