package org.comity.node.legislation.web;

import java.util.Arrays;
import java.util.Optional;
import org.comity.node.legislation.search.LawEntry;
import org.comity.node.legislation.search.SearchingLaw;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One field that finds everything of the law; the results follow the typing where the browser can. */
@Controller
class SearchPages {

    static final int PER_PAGE = 20;
    private static final int LONGEST = 200;
    private static final int LAST_PAGE = 500;

    private final SearchingLaw searching;

    SearchPages(SearchingLaw searching) {
        this.searching = searching;
    }

    @GetMapping("/law/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        String typed = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        Optional<LawEntry.Kind> chosen = Arrays.stream(LawEntry.Kind.values())
                .filter(k -> k.code().equals(kind))
                .findFirst();
        int number = number(page);
        var found = searching.find(typed, chosen, (number - 1) * PER_PAGE, PER_PAGE);
        model.addAttribute("q", typed);
        model.addAttribute("kind", chosen.map(LawEntry.Kind::code).orElse(""));
        model.addAttribute("kinds", LawEntry.Kind.values());
        model.addAttribute("found", found);
        model.addAttribute(
                "everything", found.perKind().values().stream().mapToInt(n -> n).sum());
        model.addAttribute("page", number);
        model.addAttribute("pages", (found.total() + PER_PAGE - 1) / PER_PAGE);
        return "legislation/search";
    }

    private static int number(String page) {
        try {
            return Math.clamp(Integer.parseInt(page.strip()), 1, LAST_PAGE);
        } catch (NumberFormatException typedByHand) {
            return 1;
        }
    }
}
