package org.comity.node.oversight.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.law.StateCode;
import org.comity.node.oversight.loop.ReadingLoop;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** From what the law lacks to what a change of it opened, for one State. */
@Controller
class LoopPages {

    /** Recommendations that stand open; the rest waits behind a line. */
    private static final int SHOWN = 12;

    private final ReadingLoop reading;
    private final Refusing refusing;

    LoopPages(ReadingLoop reading, Refusing refusing) {
        this.reading = reading;
        this.refusing = refusing;
    }

    /** What hangs on one gap: the ways it holds up, the requests about it that were refused or late, what is done about it. */
    @GetMapping("/oversight/loop/{state:[A-Z]{2}}/gaps/{provision}")
    @PreAuthorize("hasRole('OVERSEER')")
    String gap(@PathVariable String state, @PathVariable String provision, Model model, Locale locale) {
        var traced = refusing.shown(() -> reading.gap(StateCode.of(state), provision), locale);
        model.addAttribute("gap", traced.gap());
        model.addAttribute("recommendations", traced.recommendations());
        model.addAttribute("code", state);
        model.addAttribute("name", traced.state().name(locale.getLanguage()));
        model.addAttribute("other", traced.other().name(locale.getLanguage()));
        model.addAttribute("names", names(locale));
        model.addAttribute("own", traced.state().code().equals(reading.own()));
        return "oversight/gap";
    }

    private Map<String, String> names(Locale locale) {
        var states = new LinkedHashMap<String, String>();
        reading.states().forEach(it -> states.put(it.code().value(), it.name(locale.getLanguage())));
        return states;
    }

    @GetMapping("/oversight/loop")
    @PreAuthorize("hasRole('OVERSEER')")
    String loop(@RequestParam(defaultValue = "") String state, Model model, Locale locale) {
        var code = state.matches("[A-Z]{2}") ? StateCode.of(state) : reading.own();
        var loop = refusing.shown(() -> reading.of(code), locale);
        model.addAttribute("loop", loop);
        model.addAttribute("states", names(locale));
        model.addAttribute("code", code.value());
        model.addAttribute("name", loop.state().name(locale.getLanguage()));
        model.addAttribute("from", loop.other().code().value());
        model.addAttribute("other", loop.other().name(locale.getLanguage()));
        var recommended = loop.recommendations();
        int first = Math.min(SHOWN, recommended.size());
        model.addAttribute("firstRecommended", recommended.subList(0, first));
        model.addAttribute("moreRecommended", recommended.subList(first, recommended.size()));
        model.addAttribute("own", code.equals(reading.own()));
        model.addAttribute("since", loop.requests().since().orElse(null));
        model.addAttribute("opened", loop.changes().opened().orElse(null));
        model.addAttribute("better", loop.changes().better().orElse(List.of()));
        return "oversight/loop";
    }
}
