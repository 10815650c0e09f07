package org.comity.node.legislation.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.Provision;
import org.comity.node.legislation.Citation;

/**
 * The offences that one instrument describes, to choose from.
 *
 * @param instrument empty for the data set's own subjects
 */
public record OffenceChoice(Optional<Instrument> instrument, List<Named> offences) {

    public OffenceChoice {
        offences = List.copyOf(offences);
    }

    /**
     * An offence.
     *
     * @param citation such as “ETS 185 art. 2”; empty for one of the data set's own
     * @param title empty for one of the data set's own, which the bundles name
     */
    public record Named(String id, String citation, String title) {

        static Named of(LawBase law, String id) {
            Optional<Provision> provision = law.provision(id);
            return new Named(
                    id,
                    provision
                            .flatMap(p -> law.instrument(p.instrument()).map(i -> Citation.of(i, p.article())))
                            .orElse(""),
                    provision.map(Provision::title).orElse(""));
        }

        /** The last part of a word in {@code law.own.*}. */
        public String own() {
            return id.substring(id.indexOf(':') + 1);
        }
    }

    public static List<OffenceChoice> of(LawBase law) {
        List<OffenceChoice> choices = new ArrayList<>();
        for (Instrument instrument : law.instruments()) {
            List<Named> offences = instrument.provisions().stream()
                    .filter(Provision::isOffence)
                    .map(provision -> Named.of(law, provision.id()))
                    .toList();
            if (!offences.isEmpty()) {
                choices.add(new OffenceChoice(Optional.of(instrument), offences));
            }
        }
        choices.add(new OffenceChoice(
                Optional.empty(),
                law.offences().stream()
                        .filter(id -> law.provision(id).isEmpty())
                        .map(id -> Named.of(law, id))
                        .toList()));
        return choices;
    }

    /** The offence of this id, by name. */
    public static Named named(LawBase law, String id) {
        return Named.of(law, id);
    }
}
