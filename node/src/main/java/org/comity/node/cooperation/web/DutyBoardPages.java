package org.comity.node.cooperation.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.comity.node.cooperation.DutyBoard;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.duty.HandingOver;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Power;
import org.comity.node.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is open, what lapses first on top; what came in; and the note for the next shift. */
@Controller
class DutyBoardPages {

    private final DutyBoard board;
    private final HandingOver handing;
    private final CurrentPerson current;
    private final Silences silences;
    private final Wording wording;
    private final Citations citations;
    private final Clock clock;

    DutyBoardPages(
            DutyBoard board,
            HandingOver handing,
            CurrentPerson current,
            Silences silences,
            Wording wording,
            Citations citations,
            Clock clock) {
        this.board = board;
        this.handing = handing;
        this.current = current;
        this.silences = silences;
        this.wording = wording;
        this.citations = citations;
        this.clock = clock;
    }

    @GetMapping("/")
    String home() {
        return current.require().is(Role.PROVIDER_AGENT) ? "redirect:/queue" : "redirect:/board";
    }

    @GetMapping("/board")
    String board(Model model) {
        var person = current.require();
        model.addAttribute("rows", shown(board.rows(person)));
        model.addAttribute("notes", person.may(Power.KEEP_WATCH) ? handing.waitingFor(person) : List.of());
        model.addAttribute("silences", silences.all());
        model.addAttribute("desk", person.may(Power.DRAFT));
        return "cooperation/board";
    }

    @GetMapping("/incoming")
    String incoming(Model model) {
        model.addAttribute("rows", shown(board.incoming(current.require())));
        return "cooperation/incoming";
    }

    @GetMapping("/board/hand-over")
    String handOver(Model model) {
        var person = current.require();
        var rows = board.rows(person);
        model.addAttribute(
                "ours", shown(rows.stream().filter(row -> row.waitsForUs()).toList()));
        model.addAttribute(
                "theirs", shown(rows.stream().filter(row -> !row.waitsForUs()).toList()));
        model.addAttribute("now", Moment.of(clock.instant()));
        model.addAttribute("by", person.name());
        return "cooperation/hand-over";
    }

    private List<BoardRow> shown(List<DutyBoard.Row> rows) {
        return rows.stream().map(row -> BoardRow.of(row, wording, citations)).toList();
    }

    /** The rail's places of this room, with how much waits in each. */
    @Configuration(proxyBeanMethods = false)
    static class Places {

        /** A provider's team has a queue of its own in the place of a State's desk. */
        private static final String[] WHO = Arrays.stream(Role.values())
                .filter(role -> !role.brings(Power.PRODUCE))
                .filter(role -> role.brings(Power.READ_CASES) || role.brings(Power.READ_EVERYTHING))
                .map(Role::name)
                .toArray(String[]::new);

        @Bean
        NavigationEntry boardEntry(DutyBoard board, CurrentPerson current) {
            return NavigationEntry.of(10, "cooperation.board", "/board")
                    .onlyFor(WHO)
                    .counting(() -> current.find()
                            .map(person -> board.counts(person).open())
                            .orElse(0));
        }

        @Bean
        NavigationEntry caseFilesEntry() {
            return NavigationEntry.of(20, "cooperation.cases", "/cases").onlyFor(WHO);
        }

        @Bean
        NavigationEntry incomingEntry(DutyBoard board, CurrentPerson current) {
            return NavigationEntry.of(30, "cooperation.incoming", "/incoming")
                    .onlyFor(WHO)
                    .counting(() -> current.find()
                            .map(person -> board.counts(person).waiting())
                            .orElse(0));
        }
    }
}
