package org.comity.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Located;
import org.comity.law.source.YamlTree;

/** The words that the data set may use ({@code vocabulary.yaml}), and what is said about them there. */
final class Vocabulary {

    private static final String FILE = "vocabulary.yaml";

    private final YamlTree tree;
    private final Map<String, Measure> synonyms = new LinkedHashMap<>();
    private final Map<Channel, Integer> speed = new EnumMap<>(Channel.class);
    private final Map<Channel, String> authority = new EnumMap<>(Channel.class);

    private Vocabulary(YamlTree tree) {
        this.tree = tree;
        tree.need("measures").entries().forEach((code, entry) -> {
            Measure measure = Words.read(new Located(code, FILE, entry.line()), Measure.class, "measure");
            entry.words("synonyms").forEach(synonym -> {
                if (synonyms.put(synonym.text(), measure) != null
                        || Words.find(synonym.text(), Measure.class).isPresent()) {
                    throw synonym.fault("“" + synonym.text() + "” already means another measure");
                }
            });
        });
        tree.need("channels").entries().forEach((code, entry) -> {
            Channel channel = Words.read(new Located(code, FILE, entry.line()), Channel.class, "channel");
            speed.put(channel, entry.need("speed").word().number());
            entry.word("authority")
                    .ifPresent(f -> authority.put(channel, f.oneOf(words("authority_functions"), "function")));
        });
        for (Channel channel : Channel.values()) {
            if (!speed.containsKey(channel)) {
                throw tree.need("channels").fault("the channel “" + channel.code() + "” has no speed");
            }
        }
    }

    static Vocabulary read(DataFiles files) {
        return new Vocabulary(YamlTree.read(files, FILE));
    }

    Set<String> words(String list) {
        Set<String> words = new LinkedHashSet<>();
        tree.need(list).items().forEach(item -> words.add(item.text()));
        return words;
    }

    /** The provision that says that dual criminality looks at the conduct. */
    Located conductRule() {
        return tree.need("dual_criminality_by_conduct").word();
    }

    /** What declarations change in offences, by effect code. */
    Map<String, OffenceEffect> offenceEffects(Collection<String> offences) {
        return OffenceEffect.read(tree.need("offence_effects"), words("effect_codes"), offences);
    }

    /** The measure of this code or synonym. */
    Optional<Measure> measure(String word) {
        return Words.find(word, Measure.class).or(() -> Optional.ofNullable(synonyms.get(word)));
    }

    List<String> synonymsOf(Measure measure) {
        List<String> found = new ArrayList<>();
        synonyms.forEach((synonym, meant) -> {
            if (meant == measure) {
                found.add(synonym);
            }
        });
        return found;
    }

    /** Fastest channel first. */
    Comparator<Channel> fastestFirst() {
        return Comparator.comparing(channel -> speed.getOrDefault(channel, Integer.MAX_VALUE));
    }

    /** The function of the authority that a channel leads to. */
    Optional<String> authorityFor(Channel channel) {
        return Optional.ofNullable(authority.get(channel));
    }
}
