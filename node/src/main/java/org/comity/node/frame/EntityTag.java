package org.comity.node.frame;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Which version of a thing a program holds (RFC 9110 section 8.8.3). It goes out with every reading as {@code ETag}, and comes
 * back with a change as {@code If-Match}, so that nobody overwrites what they have not read.
 */
public record EntityTag(String value) {

    public static EntityTag of(long version) {
        return new EntityTag("\"" + version + "\"");
    }

    /**
     * Lets a change pass only to who read this version.
     *
     * @param ifMatch the header of the call
     * @throws ResponseStatusException 428 without the header, 412 with another version's
     */
    public void mustMatch(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_REQUIRED);
        }
        // strong comparison: a weak tag never matches (section 13.1.1)
        if (!isAmong(ifMatch)) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_FAILED);
        }
    }

    /** Whether the program holds this version already. @param ifNoneMatch the header of the call */
    public boolean isKnownBy(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null && isAmong(ifNoneMatch.replace("W/", ""));
    }

    private boolean isAmong(String tags) {
        return tags.strip().equals("*")
                || Arrays.stream(tags.split(",")).map(String::strip).anyMatch(value::equals);
    }

    /** As the header has it. */
    @Override
    public String toString() {
        return value;
    }
}
