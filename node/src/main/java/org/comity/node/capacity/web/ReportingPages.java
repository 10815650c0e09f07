package org.comity.node.capacity.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.comity.law.State;
import org.comity.law.assistance.ReportingChannel;
import org.comity.node.capacity.CountedHere;
import org.comity.node.capacity.KeepingRegister;
import org.comity.node.identity.OpenDoor;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For everybody, without signing in: what to do after a cybercrime, and where it is reported. */
@Controller
class ReportingPages {

    private final KeepingRegister register;
    private final CurrentLaw law;
    private final CountedHere counted;

    ReportingPages(KeepingRegister register, CurrentLaw law, CountedHere counted) {
        this.register = register;
        this.law = law;
        this.counted = counted;
    }

    record StateChoice(String code, String name) {}

    @GetMapping("/report-cybercrime")
    String page(@RequestParam(defaultValue = "") String state, Model model, Locale locale) {
        var chosen = state.matches("[A-Z]{2}") ? state : counted.state();
        model.addAttribute("chosen", chosen);
        model.addAttribute("chosenName", Fact.name(register, chosen, locale));
        model.addAttribute("channels", of(chosen));
        model.addAttribute(
                "states",
                law.now().states().stream()
                        .filter(it -> !it.isOrganisation())
                        .map((State it) -> new StateChoice(it.code().value(), it.name(locale.getLanguage())))
                        .sorted(Comparator.comparing(StateChoice::name))
                        .toList());
        return "capacity/report-cybercrime";
    }

    private List<ReportingChannel> of(String state) {
        return register.data().channels().stream()
                .filter(it -> it.state().value().equals(state))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Door {

        @Bean
        OpenDoor reportingDoor() {
            return OpenDoor.toRead("/report-cybercrime");
        }
    }
}
