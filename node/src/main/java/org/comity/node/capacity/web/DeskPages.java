package org.comity.node.capacity.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.node.capacity.CapacityAccess;
import org.comity.node.capacity.KeepingRegister;
import org.comity.node.capacity.MatchingNeeds;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Kind;
import org.comity.node.identity.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the person who opens it, and what the register holds. */
@Controller
class DeskPages {

    private final KeepingRegister register;
    private final MatchingNeeds matching;
    private final CurrentPerson current;

    DeskPages(KeepingRegister register, MatchingNeeds matching, CurrentPerson current) {
        this.register = register;
        this.matching = matching;
        this.current = current;
    }

    @GetMapping("/capacity")
    String desk(Model model) {
        var person = current.require();
        var counts = new LinkedHashMap<String, Integer>();
        Kind.all()
                .forEach(kind ->
                        counts.put(kind.plural(), register.standing(kind).size()));
        model.addAttribute("counts", counts);
        model.addAttribute("waiting", matching.waitingFor(person));
        model.addAttribute("unmet", unmet());
        model.addAttribute("keeper", CapacityAccess.mayKeep(person));
        model.addAttribute("insider", CapacityAccess.maySee(person));
        return "capacity/desk";
    }

    private Map<Entry, String> unmet() {
        var unmet = new LinkedHashMap<Entry, String>();
        register.standing(Kind.NEED).forEach(need -> unmet.put(need, matching.standing(need)));
        unmet.values().removeIf(standing -> !standing.equals("unmet"));
        return unmet;
    }
}
