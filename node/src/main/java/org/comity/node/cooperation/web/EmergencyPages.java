package org.comity.node.cooperation.web;

import java.util.Locale;
import org.comity.node.cooperation.EmergencyRegister;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The register of emergencies: each use, and what oversight found of it. */
@Controller
class EmergencyPages {

    private final EmergencyRegister register;
    private final CurrentPerson current;

    EmergencyPages(EmergencyRegister register, CurrentPerson current) {
        this.register = register;
        this.current = current;
    }

    record Row(
            String id,
            String reference,
            String side,
            String peer,
            String state,
            Moment openedAt,
            @Nullable String finding,
            @Nullable String why,
            @Nullable String reviewer,
            boolean toReview) {
        static Row of(EmergencyRegister.Entry entry) {
            return new Row(
                    entry.id().toString(),
                    entry.reference(),
                    entry.side().name().toLowerCase(Locale.ROOT),
                    entry.counterpart().map(PartyId::value).orElse(""),
                    entry.state().name(),
                    Moment.of(entry.openedAt()),
                    entry.finding()
                            .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .orElse(null),
                    entry.why().orElse(null),
                    entry.reviewer().orElse(null),
                    entry.toReview());
        }
    }

    @GetMapping("/emergencies")
    String emergencies(Model model) {
        var rows = register.of(current.require()).stream().map(Row::of).toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "foundFalse",
                rows.stream()
                        .filter(row -> "not-an-emergency".equals(row.finding()))
                        .count());
        return "cooperation/emergencies";
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        static NavigationEntry emergenciesEntry(EmergencyRegister register, CurrentPerson current) {
            return NavigationEntry.of(25, "cooperation.emergencies", "/emergencies")
                    .onlyFor("OVERSEER")
                    .counting(() -> current.find().map(register::toReview).orElse(0));
        }
    }
}
