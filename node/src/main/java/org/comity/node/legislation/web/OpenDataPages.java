package org.comity.node.legislation.web;

import java.util.List;
import org.comity.law.LawBase;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.api.Downloads;
import org.comity.node.legislation.api.Editions;
import org.comity.node.legislation.api.OpenApi;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people learn how to take the law base away, whole or by question. */
@Controller
class OpenDataPages {

    private final CurrentLaw law;
    private final Editions editions;
    private final Downloads downloads;
    private final OpenApi api;

    OpenDataPages(CurrentLaw law, Editions editions, Downloads downloads, OpenApi api) {
        this.law = law;
        this.editions = editions;
        this.downloads = downloads;
        this.api = api;
    }

    @GetMapping("/law/download")
    String download(Model model) {
        LawBase now = law.now();
        model.addAttribute("edition", editions.of(now));
        model.addAttribute("files", downloads.of(now));
        return "legislation/download";
    }

    @GetMapping("/law/api")
    String api(Model model) {
        model.addAttribute("addresses", api.addresses());
        model.addAttribute("problems", List.of("invalid-parameter", "not-found", "not-acceptable"));
        return "legislation/api";
    }
}
