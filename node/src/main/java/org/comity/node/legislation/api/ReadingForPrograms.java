package org.comity.node.legislation.api;

import java.time.Clock;
import java.util.List;
import org.comity.node.identity.ApiArea;
import org.comity.node.identity.OpenDoor;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may read, and how a question comes to the methods that answer it. */
@Configuration(proxyBeanMethods = false)
class ReadingForPrograms implements WebMvcConfigurer {

    private final CurrentLaw law;
    private final Editions editions;
    private final Clock clock;

    ReadingForPrograms(CurrentLaw law, Editions editions, Clock clock) {
        this.law = law;
        this.editions = editions;
        this.clock = clock;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedResolver(law, editions, clock));
    }

    /** Closed, unless the operator gives the law base to everybody. */
    @Bean
    static OpenDoor lawBaseForEverybody(LawSettings settings) {
        return settings.openData() ? OpenDoor.toRead("/api/v1/law/**", "/api/v1/openapi.json") : OpenDoor.closed();
    }

    /** For programs that show a token. */
    @Bean
    static ApiArea lawForTokens() {
        return ApiArea.toRead("law", "law.area", "/api/v1/law/**", "/api/v1/openapi.json");
    }
}
