package org.comity.node.cooperation.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.node.cooperation.act.Act;
import org.comity.node.frame.Described;
import org.comity.node.frame.DescribedAddresses;
import org.comity.node.frame.ProblemKind;
import org.comity.node.identity.ApiArea;
import org.comity.node.identity.OpenDoor;
import org.comity.node.identity.WatchedAddresses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Which tokens open these addresses, and how they are described. */
@Configuration(proxyBeanMethods = false)
class CooperatingForPrograms {

    private static final Class<?>[] ADDRESSES = {
        CasesForPrograms.class,
        DraftsForPrograms.class,
        RequestsForPrograms.class,
        PlacesForPrograms.class,
        JurisdictionForPrograms.class,
        AnswersForPrograms.class,
        RaceForPrograms.class,
        TranslationsForPrograms.class,
        Explained.class
    };

    @Bean
    static ApiArea casesForTokens() {
        return ApiArea.of(
                        "cases",
                        "cooperation.area.cases",
                        "/api/v1/cases/**",
                        "/api/v1/requests/**",
                        "/api/v1/race",
                        "/api/v1/emergencies",
                        "/api/v1/workload")
                .deciding(Stream.concat(
                                Stream.of("/api/v1/cases/*/groups/*/approval"),
                                Arrays.stream(Act.values())
                                        .filter(Act::decides)
                                        .map(act -> "/api/v1/requests/*/acts/" + act.id()))
                        .toArray(String[]::new));
    }

    /** Pages and addresses that show a case file, a request or its forms and files. */
    @Bean
    static WatchedAddresses requestsWatched() {
        return WatchedAddresses.of("request", "/requests/{id}/**", "/api/v1/requests/{id}/**");
    }

    @Bean
    static WatchedAddresses caseFilesWatched() {
        return WatchedAddresses.of(
                "case-file", "/cases/{reference:[A-Z].+}/**", "/api/v1/cases/{reference:[A-Z].+}/**");
    }

    @Bean
    static ApiArea queueForTokens() {
        return ApiArea.of("queue", "cooperation.area.queue", "/api/v1/queue/**");
    }

    @Bean
    static DescribedAddresses casesDescribed() {
        var described = DescribedAddresses.of("cases", ADDRESSES)
                .withSchema("Places", PlacesForPrograms.schema())
                .withSchema("Act", anyOf(ActsJson.schemas()))
                .withSchema("DraftQuestion", anyOf(DraftsForPrograms.schemas()));
        return described;
    }

    @Bean
    static DescribedAddresses queueDescribed() {
        return DescribedAddresses.of("queue", QueueForPrograms.class);
    }

    private static Map<String, Object> anyOf(Map<String, Object> bodies) {
        return Map.of("anyOf", List.copyOf(bodies.values()));
    }

    /** A program of any room may meet a problem, and its maker reads what that means. */
    @Bean
    static OpenDoor explanationsForEverybody() {
        return OpenDoor.toRead(ProblemKind.ADDRESS + "*");
    }

    /** What the type of a problem leads to. */
    @RestController
    static class Explained {

        private final Refusing problems;

        Explained(Refusing problems) {
            this.problems = problems;
        }

        @Described("What a type of problem means, and what to do")
        @GetMapping(ProblemKind.ADDRESS + "{problem}")
        Map<String, Object> explainProblem(@PathVariable String problem) {
            return problems.explained(problem).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
    }
}
