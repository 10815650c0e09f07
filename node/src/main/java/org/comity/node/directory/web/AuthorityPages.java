package org.comity.node.directory.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.comity.law.Authority;
import org.comity.law.State;
import org.comity.node.directory.Confirmation;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who answers for which State: the institutions that the States have named. */
@Controller
class AuthorityPages {

    private static final int ROWS_PER_PAGE = 25;

    private final CurrentLaw law;
    private final Clock clock;

    AuthorityPages(CurrentLaw law, Clock clock) {
        this.law = law;
        this.clock = clock;
    }

    @GetMapping("/directory")
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String function,
            @RequestParam(defaultValue = "") String instrument,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        List<Authority> all = law.now().states().stream()
                .sorted(Comparator.comparing(State::name))
                .flatMap(s -> law.now().authoritiesOf(s.code()).stream())
                .toList();
        List<Row> rows = all.stream()
                .filter(authority ->
                        state.isEmpty() || authority.state().value().equals(state))
                .filter(authority -> function.isEmpty() || authority.function().equals(function))
                .filter(authority ->
                        instrument.isEmpty() || authority.instrument().equals(instrument))
                .map(this::row)
                .toList();
        model.addAttribute("rows", Page.of(rows, page, ROWS_PER_PAGE));
        model.addAttribute("state", state);
        model.addAttribute("function", function);
        model.addAttribute("instrument", instrument);
        model.addAttribute(
                "states",
                all.stream()
                        .map(Authority::state)
                        .distinct()
                        .flatMap(code -> law.now().state(code).stream())
                        .toList());
        model.addAttribute(
                "functions",
                all.stream().map(Authority::function).distinct().sorted().toList());
        model.addAttribute(
                "instruments",
                law.now().instruments().stream()
                        .filter(known ->
                                all.stream().anyMatch(a -> a.instrument().equals(known.id())))
                        .toList());
        return "directory/authorities";
    }

    private Row row(Authority authority) {
        return new Row(
                authority,
                law.now()
                        .state(authority.state())
                        .map(State::name)
                        .orElse(authority.state().value()),
                law.now()
                        .instrument(authority.instrument())
                        .map(i -> i.text("symbol").filter(s -> s.length() < 12).orElse(i.shortTitle()))
                        .orElse(authority.instrument()),
                Confirmation.of(authority.lastConfirmed(), clock));
    }

    /** An authority as the page shows it. */
    record Row(Authority authority, String stateName, String instrument, Confirmation confirmed) {}

    /** Some rows of many. */
    record Page(List<Row> rows, int number, int pages, int total) {

        static Page of(List<Row> all, String asked, int size) {
            int pages = Math.max(1, (all.size() + size - 1) / size);
            int number = Math.clamp(number(asked), 1, pages);
            int from = (number - 1) * size;
            return new Page(all.subList(from, Math.min(all.size(), from + size)), number, pages, all.size());
        }

        /** Whatever is not a number asks for the first page. */
        private static int number(String asked) {
            return Optional.of(asked)
                    .filter(text -> text.matches("\\d{1,6}"))
                    .map(Integer::parseInt)
                    .orElse(1);
        }

        public boolean hasPrevious() {
            return number > 1;
        }

        public boolean hasNext() {
            return number < pages;
        }
    }
}
