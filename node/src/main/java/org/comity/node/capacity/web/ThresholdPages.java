package org.comity.node.capacity.web;

import java.util.Locale;
import java.util.Map;
import org.comity.node.capacity.CapacityAccess;
import org.comity.node.capacity.KeepingThresholds;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Against what the records are held, each with its source. */
@Controller
@RequestMapping("/capacity/thresholds")
class ThresholdPages {

    private final KeepingThresholds thresholds;
    private final CurrentPerson current;
    private final CapacityAnswering answering;

    ThresholdPages(KeepingThresholds thresholds, CurrentPerson current, CapacityAnswering answering) {
        this.thresholds = thresholds;
        this.current = current;
        this.answering = answering;
    }

    @GetMapping
    String all(Model model) {
        return show(new FormErrors(), Map.of(), model);
    }

    @PostMapping("/{id}")
    String change(@PathVariable String id, @RequestParam Map<String, String> typed, Model model, Locale locale) {
        return answering.with(
                () -> {
                    thresholds.change(
                            current.require(),
                            id,
                            Long.parseLong(
                                    "0" + typed.getOrDefault("version", "").replaceAll("\\D", "")),
                            typed.getOrDefault("value", ""),
                            typed.getOrDefault("source", ""));
                    return "redirect:/capacity/thresholds#" + id;
                },
                errors -> show(errors, typed, model),
                locale);
    }

    private String show(FormErrors errors, Map<String, String> typed, Model model) {
        var person = current.require();
        if (!CapacityAccess.maySee(person) && !CapacityAccess.mayReview(person)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("thresholds", thresholds.all());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("keeper", CapacityAccess.mayKeep(person));
        return "capacity/thresholds";
    }
}
