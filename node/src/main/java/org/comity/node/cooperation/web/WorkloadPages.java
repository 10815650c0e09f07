package org.comity.node.cooperation.web;

import org.comity.node.cooperation.CountingWork;
import org.comity.node.cooperation.CountingWork.Load;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** How much work lies with whom. */
@Controller
class WorkloadPages {

    private final CountingWork counting;
    private final CurrentPerson current;

    WorkloadPages(CountingWork counting, CurrentPerson current) {
        this.counting = counting;
        this.current = current;
    }

    record Row(@Nullable String who, long open, long late, long urgent, Moment oldest) {
        static Row of(Load load) {
            return new Row(load.who().orElse(null), load.open(), load.late(), load.urgent(), Moment.of(load.oldest()));
        }
    }

    @GetMapping("/board/workload")
    String workload(Model model) {
        var workload = read();
        model.addAttribute("workload", workload);
        model.addAttribute("rows", workload.loads().stream().map(Row::of).toList());
        return "cooperation/workload";
    }

    private CountingWork.Workload read() {
        try {
            return counting.of(current.require());
        } catch (ActRefused refused) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, refused.said().inEnglish());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        static NavigationEntry workloadEntry() {
            return NavigationEntry.of(36, "cooperation.workload", "/board/workload")
                    .onlyFor("APPROVER", "OVERSEER")
                    .asMinor();
        }
    }
}
