package org.comity.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.law.RouteRules.Replacement;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Located;
import org.comity.law.source.YamlTree;

/**
 * The sentences of the data set in other languages ({@code languages/fr.yaml}), each under a key made from the id of its
 * row, such as {@code ets185:29(5)(a)/ground}. What a file leaves out stays English.
 */
public final class Translations {

    private static final String GROUND = "/ground";
    private static final String ELEMENT = "/element";
    private static final String WHAT = "/deadline/what";
    private static final String FROM = "/deadline/from";
    private static final String EXTENSION = "/deadline/extension";

    private final Map<String, Map<String, String>> byKey = new HashMap<>();
    /** Rows that share an id may word it differently: the English wordings in their order. */
    private final Map<String, List<String>> wordings = new LinkedHashMap<>();

    private final Collection<Instrument> instruments;
    private final List<RouteRules> routes;
    private final List<Replacement> replacements;

    private Translations(Collection<Instrument> instruments, List<RouteRules> routes, List<Replacement> replacements) {
        this.instruments = instruments;
        this.routes = routes;
        this.replacements = replacements;
        instruments.stream().flatMap(i -> i.provisions().stream()).forEach(provision -> {
            provision.refusalGrounds().forEach(g -> learn(g.id() + GROUND, g.ground()));
            provision.requestContents().forEach(e -> learn(e.id() + ELEMENT, e.text()));
            provision.deadlines().forEach(d -> {
                learn(d.provision() + WHAT, d.what());
                learn(d.provision() + FROM, d.from());
                d.extension().ifPresent(extension -> learn(d.provision() + EXTENSION, extension));
            });
        });
    }

    private void learn(String id, String english) {
        List<String> known = wordings.computeIfAbsent(id, _ -> new ArrayList<>());
        if (!known.contains(english)) {
            known.add(english);
        }
    }

    static Translations read(
            DataFiles files,
            Collection<Located> languages,
            Collection<Instrument> instruments,
            List<RouteRules> routes,
            List<Replacement> replacements) {
        Translations translations = new Translations(instruments, routes, replacements);
        if (!languages.isEmpty()) {
            Map<String, String> english = translations.english();
            languages.forEach(language -> translations.add(
                    language.text(), YamlTree.read(files, "languages/" + language.text() + ".yaml"), english));
        }
        return translations;
    }

    private void add(String language, YamlTree tree, Map<String, String> english) {
        tree.entries().forEach((key, translated) -> {
            String original = english.get(key);
            if (original == null) {
                throw translated.fault("there is no sentence “" + key + "” in the data set");
            }
            Set<String> gaps = Set.copyOf(Saying.gaps(original));
            Saying.gaps(translated.text()).stream()
                    .filter(gap -> !gaps.contains(gap))
                    .findFirst()
                    .ifPresent(gap -> {
                        throw translated.fault("the English sentence has no gap {" + gap + "}");
                    });
            byKey.computeIfAbsent(key, _ -> new HashMap<>()).put(language, translated.text());
        });
    }

    public Text title(Instrument instrument) {
        return text(instrument.id() + "/title", instrument.title());
    }

    /** How a sentence calls the instrument. */
    public Text shortTitle(Instrument instrument) {
        return text(instrument.id() + "/short_title", instrument.shortTitle());
    }

    /** A further fact of an instrument, such as {@code status}. */
    public Optional<Text> fact(Instrument instrument, String name) {
        return instrument.text(name).map(english -> text(instrument.id() + "/" + name, english));
    }

    /** The short title of a provision; its subject where it has none. */
    public Text title(Provision provision) {
        return provision.title().equals(provision.subject())
                ? subject(provision)
                : text(provision.id() + "/title", provision.title());
    }

    public Text subject(Provision provision) {
        return text(provision.id() + "/subject", provision.subject());
    }

    /** A further summary of a provision, such as {@code duties}. */
    public Optional<Text> fact(Provision provision, String name) {
        return provision.text(name).map(english -> text(provision.id() + "/" + name, english));
    }

    public Text ground(RefusalGround ground) {
        return ground(ground.id(), ground.ground());
    }

    /** A ground that is known by its id and words only, such as one kept with a request. */
    public Text ground(String id, String english) {
        return worded(id + GROUND, english);
    }

    public Text element(RequestElement element) {
        return element(element.id(), element.text());
    }

    /** An element that is known by its id and words only, such as one kept with a request. */
    public Text element(String id, String english) {
        return worded(id + ELEMENT, english);
    }

    public Text what(Deadline deadline) {
        return what(deadline.provision(), deadline.what());
    }

    /** What a deadline that is known by its provision and words only is about. */
    public Text what(String provision, String english) {
        return worded(provision + WHAT, english);
    }

    public Text from(Deadline deadline) {
        return worded(deadline.provision() + FROM, deadline.from());
    }

    public Optional<Text> extension(Deadline deadline) {
        return deadline.extension().map(english -> worded(deadline.provision() + EXTENSION, english));
    }

    /** Words that the data set no longer has are those of the id where it has only one wording, else they stay English. */
    private Text worded(String id, String english) {
        List<String> known = wordings.getOrDefault(id, List.of());
        int number = known.size() == 1 ? 0 : known.indexOf(english);
        return number < 0 ? new Text(english, Map.of()) : text(key(id, number), english);
    }

    /** The first wording has the id itself, the second {@code id/2}. */
    private static String key(String id, int number) {
        return number == 0 ? id : id + "/" + (number + 1);
    }

    Text says(Condition.Answer answer) {
        return text(answer.key(), answer.says());
    }

    Text threshold(Condition.Penalty penalty) {
        return text(penalty.key(), penalty.threshold());
    }

    Text says(Replacement replacement) {
        return text(replacement.provision() + "/replaces", replacement.says());
    }

    private Text text(String key, String english) {
        return new Text(english, byKey.getOrDefault(key, Map.of()));
    }

    /** Every key that a translation may use, with the English sentence. */
    public Map<String, String> english() {
        Map<String, String> english = new LinkedHashMap<>();
        instruments.forEach(instrument -> {
            english.put(instrument.id() + "/title", instrument.title());
            english.put(instrument.id() + "/short_title", instrument.shortTitle());
            instrument.texts().forEach((name, text) -> english.put(instrument.id() + "/" + name, text));
            instrument.provisions().forEach(provision -> add(provision, english));
        });
        routes.stream().flatMap(route -> route.conditions().stream()).forEach(condition -> {
            switch (condition) {
                case Condition.Stated stated -> add(stated.answer(), english);
                case Condition.Penalty penalty -> english.put(penalty.key(), penalty.threshold());
                case Condition.BothBound both -> {
                    add(both.then(), english);
                    add(both.otherwise(), english);
                }
                case Condition.OffenceAmong among -> {
                    add(among.then(), english);
                    add(among.otherwise(), english);
                }
                case Condition.Declared declared -> add(declared.then(), english);
                case Condition.OwnPower _ -> {}
                case Condition.StateAmong among -> {
                    add(among.then(), english);
                    add(among.otherwise(), english);
                }
            }
        });
        wordings.forEach((id, known) -> {
            for (int number = 0; number < known.size(); number++) {
                english.put(key(id, number), known.get(number));
            }
        });
        replacements.forEach(r -> english.put(r.provision() + "/replaces", r.says()));
        return english;
    }

    private void add(Provision provision, Map<String, String> english) {
        if (!provision.title().equals(provision.subject())) {
            english.put(provision.id() + "/title", provision.title());
        }
        english.put(provision.id() + "/subject", provision.subject());
        provision.texts().forEach((name, text) -> english.put(provision.id() + "/" + name, text));
    }

    private static void add(Condition.Answer answer, Map<String, String> english) {
        english.put(answer.key(), answer.says());
    }
}
