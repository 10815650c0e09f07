package org.comity.node.capacity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.comity.law.assistance.Assistance;
import org.comity.law.assistance.Practice;
import org.comity.law.assistance.Project;
import org.comity.law.assistance.Training;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Kind;
import org.springframework.stereotype.Component;

/** The open data as entries of the register. */
@Component
class ShippedAssistance {

    private final Assistance data = Assistance.load();
    private final List<Entry> projects =
            data.projects().stream().map(ShippedAssistance::entry).toList();
    private final List<Entry> courses =
            data.trainings().stream().map(ShippedAssistance::entry).toList();
    private final List<Entry> practices =
            data.practices().stream().map(ShippedAssistance::entry).toList();

    Assistance data() {
        return data;
    }

    List<Entry> of(Kind kind) {
        return switch (kind) {
            case PROJECT -> projects;
            case COURSE -> courses;
            case PRACTICE -> practices;
            case NEED, OFFER, EXPERTISE, CAMPAIGN, PREVENTION, SESSION, RUN -> List.of();
        };
    }

    private static Entry entry(Project it) {
        var from = it.provenance();
        return Entry.of(
                it.id(),
                Map.ofEntries(
                        Map.entry("title", it.name()),
                        Map.entry("institution", it.implementer()),
                        Map.entry("funders", it.funders()),
                        Map.entry("themes", joined(it.themes())),
                        Map.entry("regions", joined(it.regions())),
                        Map.entry("states", joined(it.states())),
                        Map.entry("from", it.start()),
                        Map.entry("until", it.end()),
                        Map.entry("budget", it.budget()),
                        Map.entry("currency", it.currency()),
                        Map.entry("text", it.objective()),
                        Map.entry("source", from.source()),
                        Map.entry("as_of", from.asOf()),
                        Map.entry("basis", from.basis()),
                        Map.entry("note", from.note())));
    }

    private static Entry entry(Training it) {
        return Entry.of(
                it.id(),
                Map.ofEntries(
                        Map.entry("title", it.title()),
                        Map.entry("institution", it.provider()),
                        Map.entry("audience", joined(it.audience())),
                        Map.entry("level", it.level()),
                        Map.entry("hours", it.hours()),
                        Map.entry("modules", String.join("\n", it.modules())),
                        Map.entry(
                                "languages",
                                joined(it.languages().stream()
                                        .filter(language -> language.matches("[a-z]{2,3}"))
                                        .toList())),
                        Map.entry("format", it.format()),
                        Map.entry("themes", joined(List.copyOf(themes(it)))),
                        Map.entry("source", it.provenance().source()),
                        Map.entry("basis", it.provenance().basis()),
                        Map.entry("note", it.provenance().note())));
    }

    /** A training says whom it is for and what is in it, not under which theme it stands. */
    private static TreeSet<String> themes(Training training) {
        var themes = new TreeSet<String>();
        training.audience()
                .forEach(audience -> themes.add(
                        switch (audience) {
                            case "judge", "prosecutor" -> "judiciary";
                            case "central-authority" -> "cooperation-24-7";
                            case "legislator" -> "legislation";
                            case "provider" -> "ppp";
                            default -> "law-enforcement";
                        }));
        var said = (training.title() + " " + String.join(" ", training.modules())).toLowerCase(java.util.Locale.ROOT);
        if (said.contains("evidence") || said.contains("forensic")) {
            themes.add("e-evidence");
        }
        if (said.contains("cooperation") || said.contains("24/7")) {
            themes.add("cooperation-24-7");
        }
        return themes;
    }

    private static Entry entry(Practice it) {
        var cells = new TreeMap<String, String>();
        cells.put("title", it.title());
        cells.put("institution", it.issuer());
        cells.put("themes", it.theme());
        cells.put("year", it.year());
        cells.put("text", it.summary());
        cells.put("source", it.provenance().source());
        cells.put("basis", it.provenance().basis());
        return Entry.of(it.id(), cells);
    }

    private static String joined(List<String> parts) {
        return String.join(Entry.BETWEEN, parts);
    }
}
