package org.comity.law.refresh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A provision of {@code instruments.yaml} in the form of the data set. */
final class IncomingProvision {

    /** A citation before the text: “29(2)(a) authority”, or “(b) offence” for the next item of the same paragraph. */
    private static final Pattern CITED =
            Pattern.compile("(?<article>\\d+(?:\\([^ ()]+\\))*|\\([^ ()]+\\)) (?<text>.+)");

    private static final Pattern LAST_PART = Pattern.compile("\\([^()]*\\)$");

    private final Map<String, Object> incoming;
    private final Map<String, Object> ours;

    private IncomingProvision(Map<String, Object> incoming, Map<String, Object> ours) {
        this.incoming = incoming;
        this.ours = ours;
    }

    /**
     * @param ours the same provision in the data set, from which it takes what the incoming form cannot say; empty if new
     */
    static Map<String, Object> inOurForm(Map<String, Object> incoming, Map<String, Object> ours) {
        return new IncomingProvision(incoming, ours).inOurForm();
    }

    private Map<String, Object> inOurForm() {
        Map<String, Object> form = new LinkedHashMap<>(incoming);
        form.computeIfPresent("article", (_, article) -> article.toString());
        form.remove("dual_criminality_note");
        Object copy = form.remove("verified_from");
        if (copy != null) {
            form.put("sources", copies(copy.toString()));
        }
        if (incoming.containsKey("dual_criminality")) {
            form.put("dual_criminality", dualCriminality());
        }
        if (incoming.containsKey("deadlines")) {
            form.put("deadlines", deadlines());
        }
        if (incoming.containsKey("request_contents")) {
            form.put("request_contents", placed("request_contents", "text", contents()));
        }
        if (incoming.containsKey("refusal_grounds")) {
            form.put(
                    "refusal_grounds",
                    placed("refusal_grounds", "ground", cited(incoming.get("refusal_grounds"), "ground", "")));
        }
        return form;
    }

    /** The copies that were read, which stand in one text with commas between. */
    static List<String> copies(String text) {
        return List.of(text.split(", *"));
    }

    /** The rule and its note; which reservation and which offences it turns on stands in the data set only. */
    private Map<String, Object> dualCriminality() {
        Map<String, Object> rule = new LinkedHashMap<>(Yaml.map(ours.get("dual_criminality")));
        rule.put("rule", incoming.getOrDefault("dual_criminality", ""));
        Object note = incoming.get("dual_criminality_note");
        if (note != null) {
            rule.put("note", note);
        }
        return rule;
    }

    /** Where a deadline stands is only in the data set: it stays with the deadline for the same thing. */
    private List<Map<String, Object>> deadlines() {
        List<Map<String, Object>> deadlines = new ArrayList<>();
        for (Map<String, Object> deadline : Yaml.maps(incoming.get("deadlines"))) {
            Map<String, Object> ordered = new LinkedHashMap<>();
            Yaml.maps(ours.get("deadlines")).stream()
                    .filter(our -> our.getOrDefault("what", "").equals(deadline.get("what")))
                    .findFirst()
                    .ifPresent(our -> ordered.putAll(Yaml.only(our, List.of("article"))));
            ordered.putAll(deadline);
            deadlines.add(ordered);
        }
        return deadlines;
    }

    private List<Map<String, Object>> contents() {
        if (!(incoming.get("request_contents") instanceof Map<?, ?> parts)) {
            return cited(incoming.get("request_contents"), "text", "");
        }
        List<Map<String, Object>> contents = new ArrayList<>();
        parts.forEach((part, list) -> contents.addAll(cited(list, "text", part.toString())));
        return contents;
    }

    private static List<Map<String, Object>> cited(@Nullable Object items, String name, String part) {
        List<Map<String, Object>> cited = new ArrayList<>();
        String last = "";
        for (Object item : Yaml.list(items)) {
            Map<String, Object> element = new LinkedHashMap<>();
            if (item instanceof Map<?, ?> map) {
                element.putAll(Yaml.map(map));
            } else {
                Matcher matcher = CITED.matcher(item.toString());
                boolean found = matcher.matches();
                if (found) {
                    String article = matcher.group("article");
                    last = article.startsWith("(") ? LAST_PART.matcher(last).replaceFirst("") + article : article;
                    element.put("article", last);
                }
                element.put(name, found ? matcher.group("text") : item.toString());
            }
            if (!part.isEmpty()) {
                element.put("part", part);
            }
            cited.add(element);
        }
        return cited;
    }

    /** The list of the data set where it says the same, since that cites more closely; else the incoming one. */
    private List<?> placed(String key, String name, List<Map<String, Object>> items) {
        List<Map<String, Object>> known = Yaml.maps(ours.get(key));
        boolean same = known.stream()
                .map(item -> Fact.said(item.get(name)))
                .toList()
                .equals(items.stream().map(item -> Fact.said(item.get(name))).toList());
        return same ? known : items;
    }
}
