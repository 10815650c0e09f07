package org.comity.node.oversight.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import org.comity.law.StateCode;
import org.comity.node.oversight.loop.ReadingLoop;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From what the law lacks to what a change of it opened, for one State. */
@Controller
class LoopPages {

    private final ReadingLoop reading;
    private final Refusing refusing;

    LoopPages(ReadingLoop reading, Refusing refusing) {
        this.reading = reading;
        this.refusing = refusing;
    }

    @GetMapping("/oversight/loop")
    @PreAuthorize("hasRole('OVERSEER')")
    String loop(@RequestParam(defaultValue = "") String state, Model model, Locale locale) {
        var code = state.matches("[A-Z]{2}") ? StateCode.of(state) : reading.own();
        var states = new LinkedHashMap<String, String>();
        reading.states().forEach(it -> states.put(it.code().value(), it.name(locale.getLanguage())));
        var loop = refusing.shown(() -> reading.of(code), locale);
        model.addAttribute("loop", loop);
        model.addAttribute("states", states);
        model.addAttribute("code", code.value());
        model.addAttribute("name", loop.state().name(locale.getLanguage()));
        model.addAttribute("other", loop.other().name(locale.getLanguage()));
        model.addAttribute("own", code.equals(reading.own()));
        model.addAttribute("since", loop.requests().since().orElse(null));
        model.addAttribute("opened", loop.changes().opened().orElse(null));
        return "oversight/loop";
    }
}
