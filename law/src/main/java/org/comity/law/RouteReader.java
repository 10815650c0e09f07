package org.comity.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.comity.law.Condition.Answer;
import org.comity.law.Condition.Head;
import org.comity.law.RouteRules.DualCriminalityRule;
import org.comity.law.RouteRules.Fit;
import org.comity.law.RouteRules.When;
import org.comity.law.source.Located;
import org.comity.law.source.YamlTree;

/** Reads the {@code route} and {@code dual_criminality} parts of a provision. */
final class RouteReader {

    private final Collection<String> instruments;
    private final Collection<String> effectCodes;
    private final Consumer<Located> provisionNamed;

    RouteReader(Collection<String> instruments, Collection<String> effectCodes, Consumer<Located> provisionNamed) {
        this.instruments = instruments;
        this.effectCodes = effectCodes;
        this.provisionNamed = provisionNamed;
    }

    RouteRules read(Provision provision, YamlTree tree, List<Safeguard> safeguards) {
        YamlTree route = tree.need("route");
        route.entries(Set.of(
                "nature",
                "law_of",
                "within_state",
                "serves",
                "channels",
                "channels_when_both_bound",
                "conditions",
                "leaves_out_requested_state"));
        Map<Measure, Fit> serves = new EnumMap<>(Measure.class);
        route.need("serves").entries().forEach((measure, fit) -> {
            Located word = new Located(measure, fit.word().file(), fit.line());
            serves.put(Words.read(word, Measure.class, "measure"), Words.read(fit.word(), Fit.class, "fit"));
        });
        Map<String, List<Channel>> whenBound = new LinkedHashMap<>();
        route.find("channels_when_both_bound")
                .ifPresent(t -> t.entries().forEach((id, list) -> {
                    if (!instruments.contains(id)) {
                        throw list.fault("there is no instrument “" + id + "” in the data set");
                    }
                    whenBound.put(
                            id,
                            list.items().stream().map(i -> channel(i.word())).toList());
                }));
        if (provision.dataCategories().isEmpty()) {
            throw tree.fault("a route must name the data categories it reaches; use [any] if all");
        }
        List<Channel> channels =
                route.words("channels").stream().map(RouteReader::channel).toList();
        Nature nature = route.word("nature")
                .map(word -> Words.read(word, Nature.class, "nature"))
                .orElseGet(() -> Nature.of(channels.getFirst()));
        return new RouteRules(
                provision,
                nature,
                route.word("law_of").map(word -> StateCode.of(word.text())),
                route.word("within_state").map(Located::truth).orElse(false),
                serves,
                channels,
                whenBound,
                route.items("conditions").stream()
                        .map(item -> condition(provision.id(), nature, item))
                        .toList(),
                dualCriminality(tree.need("dual_criminality")),
                route.word("leaves_out_requested_state").map(Located::truth).orElse(false),
                safeguards);
    }

    private static Channel channel(Located word) {
        return Words.read(word, Channel.class, "channel");
    }

    private Condition condition(String route, Nature nature, YamlTree tree) {
        Located provision = tree.need("provision").word();
        provisionNamed.accept(provision);
        Head head = new Head(
                tree.text("rule"),
                provision.text(),
                tree.need("weight")
                        .word()
                        .oneOf(List.of("condition", "note"), "weight")
                        .equals("condition"),
                data(tree));
        String key = route + "/conditions/" + head.rule();
        Located test = tree.need("test").word();
        List<String> tests = new ArrayList<>(List.of("stated", "penalty", "both-bound", "offence-among", "declared"));
        if (!nature.isBetweenStates()) {
            tests.addAll(List.of("own-power", "requesting-among", "requested-among"));
        }
        return switch (test.oneOf(tests, "test")) {
            case "stated" -> new Condition.Stated(head, answer(tree, key));
            case "penalty" ->
                new Condition.Penalty(
                        head,
                        tree.need("at_least_months").word().number(),
                        party(tree.need("law_of").word()).equals("requesting"),
                        offences(tree, "except_offences"),
                        tree.text("says"),
                        key);
            case "both-bound" ->
                new Condition.BothBound(
                        head,
                        tree.words("instruments").stream()
                                .map(word -> word.in(instruments, "instrument"))
                                .toList(),
                        answer(tree.need("then"), key + "/then"),
                        answer(tree.need("otherwise"), key + "/otherwise"));
            case "offence-among" ->
                new Condition.OffenceAmong(
                        head,
                        offences(tree, "offences"),
                        answer(tree.need("then"), key + "/then"),
                        answer(tree.need("otherwise"), key + "/otherwise"));
            case "declared" -> {
                List<String> of =
                        tree.words("of").stream().map(RouteReader::party).toList();
                yield new Condition.Declared(
                        head,
                        effects(tree, "effects"),
                        of.contains("requesting"),
                        of.contains("requested"),
                        answer(tree.need("then"), key + "/then"));
            }
            case "own-power" -> {
                tree.words("powers").forEach(provisionNamed);
                yield new Condition.OwnPower(head, texts(tree, "powers"));
            }
            case "requesting-among", "requested-among" ->
                new Condition.StateAmong(
                        head,
                        tree.words("states").stream()
                                .map(word -> StateCode.of(word.text()))
                                .toList(),
                        test.text().startsWith("requesting"),
                        answer(tree.need("then"), key + "/then"),
                        answer(tree.need("otherwise"), key + "/otherwise"));
            default -> throw test.fault("unknown test “" + test.text() + "”");
        };
    }

    private static String party(Located word) {
        return word.oneOf(List.of("requesting", "requested"), "side");
    }

    private static Answer answer(YamlTree tree, String key) {
        return new Answer(
                Words.read(tree.need("result").word(), Finding.Result.class, "result"), tree.text("says"), key);
    }

    private DualCriminalityRule dualCriminality(YamlTree tree) {
        tree.entries(Set.of(
                "rule",
                "article",
                "note",
                "reservation_article",
                "reserved_by",
                "reserved_for_coercion_by",
                "offence_exempt",
                "exempt_penalty_months",
                "when_no_rows",
                "for_data"));
        When when = Words.read(tree.need("rule").word(), When.class, "dual criminality rule");
        if (when == When.ONLY_IF_RESERVED) {
            tree.need("reserved_by");
            tree.need("reservation_article");
            tree.need("when_no_rows");
        }
        return new DualCriminalityRule(
                when,
                tree.findText("article"),
                tree.findText("reservation_article"),
                effects(tree, "reserved_by"),
                effects(tree, "reserved_for_coercion_by"),
                offences(tree, "offence_exempt"),
                tree.word("exempt_penalty_months").map(Located::number),
                tree.word("when_no_rows")
                        .map(word -> word.oneOf(List.of("unknown", "not-required"), "answer"))
                        .filter("unknown"::equals)
                        .isPresent(),
                data(tree),
                tree.findText("note"));
    }

    private List<String> offences(YamlTree tree, String key) {
        tree.words(key).forEach(provisionNamed);
        return texts(tree, key);
    }

    private List<String> effects(YamlTree tree, String key) {
        return tree.words(key).stream()
                .map(word -> word.oneOf(effectCodes, "effect code"))
                .toList();
    }

    private static Set<DataCategory> data(YamlTree tree) {
        Set<DataCategory> data = new LinkedHashSet<>();
        tree.words("for_data").forEach(word -> data.add(Words.read(word, DataCategory.class, "data category")));
        return data;
    }

    private static List<String> texts(YamlTree tree, String key) {
        return tree.words(key).stream().map(Located::text).toList();
    }
}
