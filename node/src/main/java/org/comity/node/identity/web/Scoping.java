package org.comity.node.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.comity.node.identity.ApiArea;
import org.comity.node.identity.Scope;
import org.comity.node.identity.Scope.Verb;
import org.comity.node.identity.WithToken;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** Which scope a call needs, and whether its token has it. What no room opened to tokens is closed to them. */
@Component
class Scoping {

    private record Area(String name, List<PathPatternRequestMatcher> all, List<PathPatternRequestMatcher> deciding) {
        static Area of(ApiArea area) {
            return new Area(area.name(), matchers(area.patterns()), matchers(area.deciding()));
        }

        private static List<PathPatternRequestMatcher> matchers(List<String> patterns) {
            return patterns.stream()
                    .map(pattern -> PathPatternRequestMatcher.withDefaults().matcher(pattern))
                    .toList();
        }

        boolean holds(HttpServletRequest call) {
            return all.stream().anyMatch(address -> address.matches(call));
        }

        Scope neededBy(HttpServletRequest call) {
            return new Scope(name, verb(call));
        }

        private Verb verb(HttpServletRequest call) {
            if (HttpMethod.GET.matches(call.getMethod()) || HttpMethod.HEAD.matches(call.getMethod())) {
                return Verb.READ;
            }
            return deciding.stream().anyMatch(address -> address.matches(call)) ? Verb.DECIDE : Verb.WRITE;
        }
    }

    private final List<Area> areas;

    Scoping(List<ApiArea> areas) {
        this.areas = areas.stream().map(Area::of).toList();
    }

    Optional<Scope> neededBy(HttpServletRequest call) {
        return areas.stream().filter(area -> area.holds(call)).findFirst().map(area -> area.neededBy(call));
    }

    boolean allows(Authentication caller, HttpServletRequest call) {
        return caller instanceof WithToken shown
                && neededBy(call)
                        .filter(scope -> shown.token().scopes().contains(scope))
                        .isPresent();
    }
}
