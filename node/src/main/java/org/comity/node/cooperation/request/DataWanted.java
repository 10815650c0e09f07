package org.comity.node.cooperation.request;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which data is to be kept, and who is thought to hold it.
 *
 * @param relation how the data relates to the offence (ETS 185 art. 29(2)(c))
 * @param provider the custodian, as far as known; empty when it isn't
 * @param location where the computer system is, as far as known
 * @param holder what kind of provider it is, as the law base names it, such as {@code access}; empty when not said
 * @param expectedDeletion when the provider is expected to delete it; empty means unknown, and is shown as unknown
 */
@RecordBuilder
public record DataWanted(
        Set<DataCategory> categories,
        List<Identifier> identifiers,
        TimeRange range,
        String relation,
        String provider,
        String holder,
        String location,
        Optional<Instant> expectedDeletion)
        implements DataWantedBuilder.With {

    public static final DataWanted NOTHING_YET =
            new DataWanted(Set.of(), List.of(), TimeRange.OPEN, "", "", "", "", Optional.empty());

    public DataWanted {
        categories = categories.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(categories));
        identifiers = List.copyOf(identifiers);
    }

    public boolean wants(DataCategory category) {
        return categories.contains(category);
    }
}
