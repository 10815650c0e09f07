package org.comity.node.identity.web;

import java.util.List;
import org.comity.node.frame.Described;
import org.comity.node.frame.DescribedAddresses;
import org.comity.node.identity.ApiArea;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Role;
import org.comity.node.identity.WithToken;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a program can ask about itself. */
@RestController
class MyselfForPrograms {

    /** @param scopes of the token; empty for a person who asks from a browser */
    record Myself(
            String id, String name, boolean machine, List<String> roles, List<String> units, List<String> scopes) {}

    private final CurrentPerson current;

    MyselfForPrograms(CurrentPerson current) {
        this.current = current;
    }

    @Described("Who the caller is, and what the token may be used for")
    @GetMapping("/api/v1/myself")
    Myself myself() {
        var person = current.require();
        return new Myself(
                person.id().toString(),
                person.name(),
                person.machine(),
                person.roles().stream().sorted().map(Role::name).toList(),
                person.units().stream().sorted().toList(),
                SecurityContextHolder.getContext().getAuthentication() instanceof WithToken shown
                        ? shown.token().scopesAsText()
                        : List.of());
    }

    @Configuration(proxyBeanMethods = false)
    static class Area {
        @Bean
        static DescribedAddresses myselfDescribed() {
            return DescribedAddresses.of("myself", MyselfForPrograms.class);
        }

        @Bean
        static ApiArea myselfArea() {
            return ApiArea.toRead("myself", "identity.area.myself", "/api/v1/myself");
        }
    }
}
