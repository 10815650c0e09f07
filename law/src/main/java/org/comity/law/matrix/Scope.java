package org.comity.law.matrix;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.law.DataCategory;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;

/** Which kinds of assistance are counted. A way is an ordered pair of States and one kind of assistance. */
public record Scope(List<Measure> measures, List<DataCategory> data, List<Offence> offences) {

    public Scope {
        measures = List.copyOf(measures);
        data = List.copyOf(data);
        offences = List.copyOf(offences);
    }

    /**
     * Every measure, each category of data, every offence that the data set describes and any other. {@code any} is left
     * out, since it asks for all categories at once.
     */
    public static Scope of(LawBase law) {
        return new Scope(
                law.measures(),
                List.copyOf(EnumSet.complementOf(EnumSet.of(DataCategory.ANY))),
                Stream.concat(law.offences().stream().map(Offence::of), Stream.of(Offence.other("")))
                        .toList());
    }

    public static Scope of(Assistance assistance) {
        return new Scope(List.of(assistance.measure()), List.of(assistance.data()), List.of(assistance.offence()));
    }

    public Scope measuring(Set<Measure> only) {
        return new Scope(measures.stream().filter(only::contains).toList(), data, offences);
    }

    /** In the order measure, data, offence. */
    public List<Assistance> assistances() {
        List<Assistance> assistances = new ArrayList<>(measures.size() * data.size() * offences.size());
        for (Measure measure : measures) {
            for (DataCategory category : data) {
                for (Offence offence : offences) {
                    assistances.add(new Assistance(measure, category, offence));
                }
            }
        }
        return assistances;
    }
}
