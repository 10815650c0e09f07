package org.comity.node.capacity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.node.capacity.CapacityAccess;
import org.comity.node.capacity.KeepingRegister;
import org.comity.node.capacity.Looking;
import org.comity.node.capacity.MatchingNeeds;
import org.comity.node.capacity.PublishingAssistance;
import org.comity.node.capacity.matching.Pairing;
import org.comity.node.capacity.matching.Rule;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Field;
import org.comity.node.capacity.register.Kind;
import org.comity.node.frame.FormErrors;
import org.comity.node.gazette.GazetteAddresses;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.kept.Held;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The register: lists that can be searched, each entry with its sources and history, forms, and what fits a need. */
@Controller
@RequestMapping("/capacity")
class RegisterPages {

    private static final String KIND =
            "/{plural:needs|offers|projects|courses|experts|practices|campaigns|prevention|sessions|runs}";

    private static final int PAGE = 20;
    private static final int MATCHES = 8;

    private final KeepingRegister register;
    private final PublishingAssistance publishing;
    private final MatchingNeeds matching;
    private final CurrentPerson current;
    private final CapacityAnswering answering;

    RegisterPages(
            KeepingRegister register,
            PublishingAssistance publishing,
            MatchingNeeds matching,
            CurrentPerson current,
            CapacityAnswering answering) {
        this.register = register;
        this.publishing = publishing;
        this.matching = matching;
        this.current = current;
        this.answering = answering;
    }

    /** @param standing of a need; empty for other kinds */
    record Row(Entry entry, boolean shipped, String standing) {}

    @GetMapping(KIND)
    String list(
            @PathVariable String plural,
            @ModelAttribute Looking looking,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var kind = kind(plural);
        var found = register.find(kind, looking);
        var pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        var shown = Math.clamp(page, 1, pages);
        model.addAttribute("kind", kind);
        model.addAttribute("looking", looking);
        model.addAttribute("total", found.size());
        model.addAttribute(
                "rows",
                found.subList((shown - 1) * PAGE, Math.min(shown * PAGE, found.size())).stream()
                        .map(held -> new Row(
                                held.it(), held.isShipped(), kind == Kind.NEED ? matching.standing(held.it()) : ""))
                        .toList());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("themes", register.data().themes());
        model.addAttribute("mayEnter", CapacityAccess.mayEnter(current.require(), kind));
        return "capacity/list";
    }

    @GetMapping(KIND + ".csv")
    ResponseEntity<byte[]> csv(@PathVariable String plural, @ModelAttribute Looking looking) {
        var kind = kind(plural);
        var names = kind.fields().stream().map(Field::name).toList();
        return Downloads.csv(
                plural,
                Stream.concat(Stream.of("id"), names.stream()).toList(),
                register.find(kind, looking).stream()
                        .map(Held::it)
                        .map(it -> Stream.concat(
                                        Stream.of(it.id()), names.stream().map(it::cell))
                                .toList())
                        .toList());
    }

    @GetMapping(KIND + "/new")
    String blank(@PathVariable String plural, HttpServletRequest request, Model model) {
        var kind = kind(plural);
        if (!CapacityAccess.mayEnter(current.require(), kind)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var typed = typed(kind, request);
        typed.putIfAbsent("institution", suggested());
        return form(kind, "", 0, typed, new FormErrors(), model);
    }

    private List<String> suggested() {
        return current.require().units().stream().sorted().limit(1).toList();
    }

    @PostMapping(KIND)
    String enter(@PathVariable String plural, HttpServletRequest request, Model model, Locale locale) {
        var kind = kind(plural);
        var typed = typed(kind, request);
        return answering.with(
                () -> "redirect:"
                        + KeepingRegister.page(
                                kind,
                                register.enter(current.require(), kind, typed).id()),
                errors -> form(kind, "", 0, typed, errors, model),
                locale);
    }

    @GetMapping(KIND + "/{id}")
    String entry(@PathVariable String plural, @PathVariable String id, Model model, Locale locale) {
        return show(kind(plural), id, new FormErrors(), model, locale);
    }

    @GetMapping(KIND + "/{id}/edit")
    String edit(@PathVariable String plural, @PathVariable String id, Model model) {
        var kind = kind(plural);
        var held = find(kind, id);
        if (!CapacityAccess.mayChange(current.require(), kind, held.it())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var typed = new LinkedHashMap<String, List<String>>();
        kind.fields()
                .forEach(field -> typed.put(
                        field.name(),
                        field.isMany()
                                ? held.it().parts(field.name())
                                : List.of(held.it().cell(field.name()))));
        return form(kind, id, held.version(), typed, new FormErrors(), model);
    }

    @PostMapping(KIND + "/{id}")
    String act(
            @PathVariable String plural,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String help,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        var kind = kind(plural);
        var by = current.require();
        var typed = typed(kind, request);
        return answering.with(
                () -> {
                    switch (act) {
                        case "save" -> register.change(by, kind, id, version, typed);
                        case "end" -> register.end(by, kind, id, version, why);
                        case "publish" -> publishing.publish(by, kind, id);
                        case "propose" -> {
                            var parts = help.split("/", 2);
                            matching.propose(by, id, parts[0], parts.length > 1 ? parts[1] : "");
                        }
                        default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                    }
                    return "redirect:" + KeepingRegister.page(kind, id);
                },
                errors -> act.equals("save")
                        ? form(kind, id, version, typed, errors, model)
                        : show(kind, id, errors, model, locale),
                locale);
    }

    @PostMapping("/pairings/{id}")
    String answer(
            @PathVariable String id,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String said,
            Model model,
            Locale locale) {
        var pairing = matching.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .it();
        var step = Pairing.Act.of(act).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return answering.with(
                () -> {
                    matching.act(current.require(), id, step, said);
                    return "redirect:" + KeepingRegister.page(Kind.NEED, pairing.need()) + "#pairings";
                },
                errors -> {
                    model.addAttribute("wrongPairing", id);
                    return show(Kind.NEED, pairing.need(), errors, model, locale);
                },
                locale);
    }

    @GetMapping("/rules")
    String rules(Model model) {
        model.addAttribute("rules", Rule.values());
        return "capacity/rules";
    }

    private String form(
            Kind kind, String id, long version, Map<String, List<String>> typed, FormErrors errors, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("id", id);
        model.addAttribute("version", version);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "capacity/form";
    }

    private String show(Kind kind, String id, FormErrors errors, Model model, Locale locale) {
        var held = find(kind, id);
        var entry = held.it();
        var person = current.require();
        model.addAttribute("kind", kind);
        model.addAttribute("entry", entry);
        model.addAttribute("version", held.version());
        model.addAttribute("shipped", held.isShipped());
        model.addAttribute("facts", Fact.of(kind, entry, register, locale));
        model.addAttribute("history", register.historyOf(kind, id));
        model.addAttribute("mayChange", CapacityAccess.mayChange(person, kind, entry));
        model.addAttribute("keeper", CapacityAccess.mayKeep(person));
        model.addAttribute("errors", errors);
        model.addAttribute(
                "note", publishing.noteOf(kind, id).map(GazetteAddresses::of).orElse(""));
        model.addAttribute("pairings", matching.pairingsOf(kind, id));
        model.addAttribute("units", person.units());
        if (kind == Kind.NEED) {
            model.addAttribute("standing", matching.standing(entry));
            model.addAttribute(
                    "matches", matching.matches(entry).stream().limit(MATCHES).toList());
        }
        if (kind == Kind.COURSE) {
            model.addAttribute(
                    "sessions",
                    register.all(Kind.SESSION).stream()
                            .map(Held::it)
                            .filter(it -> it.cell("course").equals(id))
                            .toList());
        }
        return "capacity/entry";
    }

    private static Map<String, List<String>> typed(Kind kind, HttpServletRequest request) {
        return kind.fields().stream()
                .filter(field -> request.getParameterValues(field.name()) != null)
                .collect(Collectors.toMap(
                        Field::name,
                        field -> Arrays.asList(request.getParameterValues(field.name())),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private Held<Entry> find(Kind kind, String id) {
        return register.find(kind, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Kind kind(String plural) {
        return Kind.ofPlural(plural).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
