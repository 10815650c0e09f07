package org.comity.node.capacity.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.law.State;
import org.comity.node.atlas.Mark;
import org.comity.node.atlas.View;
import org.comity.node.atlas.WorldMap;
import org.comity.node.capacity.CountedHere;
import org.comity.node.capacity.KeepingRegister;
import org.comity.node.capacity.Looking;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Kind;
import org.comity.node.kept.Held;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Where assistance is asked for, offered or given, and when. */
@Controller
class MapAndTimePages {

    private static final List<Kind> KINDS = List.of(Kind.PROJECT, Kind.NEED, Kind.OFFER);

    private final KeepingRegister register;
    private final CountedHere counted;
    private final WorldMap map;
    private final MessageSource words;

    MapAndTimePages(KeepingRegister register, CountedHere counted, WorldMap map, MessageSource words) {
        this.register = register;
        this.counted = counted;
        this.map = map;
        this.words = words;
    }

    /** @param entries that name the State */
    record StateRow(String code, String name, int entries) {}

    @GetMapping("/capacity/map")
    String show(
            @RequestParam(defaultValue = "projects") String kind,
            @RequestParam(defaultValue = "world") String view,
            @ModelAttribute Looking looking,
            Model model,
            Locale locale) {
        var of = Kind.ofPlural(kind).filter(KINDS::contains).orElse(Kind.PROJECT);
        var found = register.find(of, looking).stream().map(Held::it).toList();
        var counts = new TreeMap<String, Integer>();
        found.forEach(entry -> states(entry).forEach(code -> counts.merge(code, 1, Integer::sum)));
        var shown = View.of(view).orElse(View.WORLD);
        model.addAttribute("kind", of);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("looking", looking);
        model.addAttribute("view", shown);
        model.addAttribute("views", View.values());
        model.addAttribute("themes", register.data().themes());
        model.addAttribute("picture", map.picture(shown, state -> mark(state, of, counts, locale)));
        model.addAttribute(
                "states",
                counts.entrySet().stream()
                        .map(it -> new StateRow(it.getKey(), Fact.name(register, it.getKey(), locale), it.getValue()))
                        .sorted(java.util.Comparator.comparingInt(StateRow::entries)
                                .reversed()
                                .thenComparing(StateRow::name))
                        .toList());
        model.addAttribute(
                "everywhere", found.stream().filter(it -> states(it).isEmpty()).count());
        model.addAttribute("timeline", SpanPicture.of(of, found, counted.today()));
        return "capacity/map";
    }

    private static List<String> states(Entry entry) {
        return entry.cell("state").isEmpty() ? entry.parts("states") : List.of(entry.cell("state"));
    }

    private Optional<Mark> mark(State state, Kind kind, TreeMap<String, Integer> counts, Locale locale) {
        var code = state.code().value();
        return Optional.ofNullable(counts.get(code))
                .map(number -> new Mark(
                        number == 1 ? "reach-few" : number < 4 ? "reach-some" : "reach-many",
                        words.getMessage(
                                "capacity.map-mark", new Object[] {state.name(locale.getLanguage()), number}, locale),
                        "/capacity/" + kind.plural() + "?state=" + code));
    }
}
