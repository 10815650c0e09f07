package org.comity.node.evidence;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is said of content when it comes in.
 *
 * @param name of the file, as it came
 * @param about what it belongs to, as the journal names subjects: {@code case-file:7f0c…}, {@code request:…}. Whoever may see
 *     one of them may see the exhibit
 * @param from who handed it over, as shown: an authority, a provider, a person's role
 * @param provision under which it was obtained, such as {@code ets185:18}; empty if none was named
 * @param keepUntil the day from which the law no longer asks to keep it
 */
@RecordBuilder
public record Particulars(
        String name,
        String mediaType,
        Set<String> about,
        Origin origin,
        String from,
        String provision,
        List<Condition> conditions,
        Optional<LocalDate> keepUntil)
        implements ParticularsBuilder.With {

    public static final String ANY_TYPE = "application/octet-stream";

    public Particulars {
        about = Set.copyOf(about);
        conditions = List.copyOf(conditions);
    }

    /** Nothing but a file. */
    public static Particulars of(String name, Origin origin, String from) {
        return new Particulars(name, ANY_TYPE, Set.of(), origin, from, "", List.of(), Optional.empty());
    }
}
