package org.comity.node.legislation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.law.State;
import org.comity.law.matrix.CooperationMatrix;
import org.comity.law.matrix.Pair;
import org.comity.law.matrix.Turn;
import org.comity.law.matrix.WhatIf;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.lab.PairList;
import org.comity.node.legislation.lab.ReachTable;
import org.comity.node.legislation.lab.ReachTable.Towards;
import org.comity.node.legislation.lab.Worlds;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The policy lab: who reaches whom, and the pairs and reasons behind each number. */
@Controller
class LabPages {

    /** A page of a list. */
    static final int PAGE = 200;

    private final Worlds worlds;
    private final LabPictures pictures;
    private final CurrentLaw law;
    private final Clock clock;

    LabPages(Worlds worlds, LabPictures pictures, CurrentLaw law, Clock clock) {
        this.worlds = worlds;
        this.pictures = pictures;
        this.law = law;
        this.clock = clock;
    }

    @GetMapping("/law/lab")
    String matrix(
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        LabRequest lab = request(asked, locale, model);
        if (lab.refused()) {
            return refused("matrix", model, response);
        }
        Optional<CooperationMatrix> world =
                worlds.on(lab.law(), lab.question().on(), lab.question().assistance());
        if (world.isEmpty()) {
            return working("matrix", model, response);
        }
        boolean asking = !lab.one("way").equals("asked");
        model.addAttribute("way", asking ? "asking" : "asked");
        model.addAttribute("bands", ReachTable.Band.values());
        model.addAttribute("standings", ReachTable.standings());
        var assistance = lab.question().assistance();
        if (lab.state().isPresent()) {
            State one = lab.law().state(lab.state().get()).orElseThrow();
            List<Towards> others = ReachTable.around(world.get(), one.code(), assistance, lab.byName());
            model.addAttribute("one", one);
            model.addAttribute("reach", world.get().reach(one.code(), assistance));
            model.addAttribute("others", others);
            model.addAttribute("picture", pictures.around(one, others, asking, lab.question(), locale));
        } else {
            ReachTable table =
                    ReachTable.of(world.get(), assistance, ReachTable.Order.of(lab.one("sort")), lab.byName());
            model.addAttribute("table", table);
            model.addAttribute("sorted", !lab.one("sort").isBlank());
            model.addAttribute("picture", pictures.reach(table, lab.question(), locale));
        }
        return "legislation/lab-matrix";
    }

    @GetMapping("/law/lab/pairs")
    String pairs(
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        LabRequest lab = request(asked, locale, model);
        Optional<Turn> turn =
                lab.one("turn").isBlank() ? Optional.empty() : lab.reading().word("turn", lab.one("turn"), Turn.class);
        String standing = lab.one("standing").isBlank() ? "open" : lab.one("standing");
        if (!ReachTable.standings().contains(standing)) {
            lab.reading().refuse("standing", standing, ReachTable.standings());
        }
        model.addAttribute("refusals", lab.reading().refusals());
        if (lab.refused()) {
            return refused("pairs", model, response);
        }
        Optional<List<Pair>> pairs = turn.isPresent()
                ? worlds.supposing(lab.law(), lab.question())
                        .map(w -> PairList.turned(w, lab.question().assistance(), turn.get(), lab.state()))
                : worlds.on(lab.law(), lab.question().on(), lab.question().assistance())
                        .map(w -> PairList.standing(w, lab.question().assistance(), standing, lab.state()));
        if (pairs.isEmpty()) {
            return working("pairs", model, response);
        }
        int pages = Math.max(1, (pairs.get().size() + PAGE - 1) / PAGE);
        int page = Math.clamp(number(lab.one("page")), 1, pages);
        model.addAttribute("turn", turn.map(Turn::code).orElse(""));
        model.addAttribute("standing", standing);
        model.addAttribute("count", pairs.get().size());
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "pairs",
                pairs.get()
                        .subList(
                                (page - 1) * PAGE,
                                Math.min(page * PAGE, pairs.get().size())));
        return "legislation/lab-pairs";
    }

    @GetMapping("/law/lab/pair")
    String pair(
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        LabRequest lab = request(asked, locale, model);
        var from = lab.reading().state(lab.one("from"));
        var to = lab.reading().state(lab.one("to"));
        if (!lab.refused() && (from.isEmpty() || to.isEmpty() || from.equals(to))) {
            lab.reading().refuse("same-state", lab.one("from"), List.of());
        }
        model.addAttribute("refusals", lab.reading().refusals());
        if (lab.refused()) {
            return refused("pair", model, response);
        }
        Pair pair = new Pair(from.orElseThrow(), to.orElseThrow());
        Optional<WhatIf> whatIf = worlds.supposing(lab.law(), lab.question());
        if (whatIf.isEmpty()) {
            return working("pair", model, response);
        }
        model.addAttribute("pair", pair);
        model.addAttribute(
                "explained", whatIf.get().explain(pair, lab.question().assistance()));
        model.addAttribute("cite", new ConductPages.Cite(lab.law()));
        return "legislation/lab-pair";
    }

    private LabRequest request(MultiValueMap<String, String> asked, Locale locale, Model model) {
        LabRequest lab = LabRequest.of(law.now(), asked, clock, locale);
        lab.show(model);
        return lab;
    }

    static String refused(String here, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("here", here);
        return "legislation/lab-wait";
    }

    /** A page that asks again by itself. */
    static String working(String here, Model model, HttpServletResponse response) {
        response.setHeader("Refresh", "1");
        model.addAttribute("here", here);
        return "legislation/lab-wait";
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 1;
    }
}
