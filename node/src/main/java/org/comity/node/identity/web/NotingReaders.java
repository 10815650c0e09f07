package org.comity.node.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.node.identity.Looked;
import org.comity.node.identity.SignedIn;
import org.comity.node.identity.WatchedAddresses;
import org.comity.node.identity.WithToken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Says of each answer at a watched address who got it. An answer that only leads on is no reading: what led there is an act,
 * and stands in the journal.
 */
@Component
class NotingReaders implements HandlerInterceptor, WebMvcConfigurer {

    private static final String WHO = NotingReaders.class.getName();
    private static final int LONGEST = 300;

    /** Beside what went well: a page that shows again what was typed, and a reader who has it already. */
    private static final Set<Integer> SHOWN = Set.of(304, 409, 422);

    private static final Set<Integer> NOT_SHOWN = Set.of(403, 404);

    private record Watched(String kind, PathPatternRequestMatcher address) {}

    private final List<Watched> watched;
    private final ApplicationEventPublisher events;

    NotingReaders(List<WatchedAddresses> addresses, ApplicationEventPublisher events) {
        this.watched = addresses.stream()
                .flatMap(room -> room.patterns().stream()
                        .map(pattern -> new Watched(
                                room.kind(),
                                PathPatternRequestMatcher.withDefaults().matcher(pattern))))
                .toList();
        this.events = events;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Kept with the request: what is streamed ends in another thread, where nobody is signed in. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null) {
            request.setAttribute(WHO, who);
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception broken) {
        int status = response.getStatus();
        boolean shown = (status < 300 || SHOWN.contains(status)) && (broken == null || response.isCommitted());
        if (!(shown || NOT_SHOWN.contains(status)) || !(request.getAttribute(WHO) instanceof Authentication who)) {
            return;
        }
        request.removeAttribute(WHO);
        seen(request)
                .flatMap(it -> looked(who, it, request.getRequestURI(), shown))
                .ifPresent(events::publishEvent);
    }

    private record Seen(String kind, String thing) {}

    private Optional<Seen> seen(HttpServletRequest request) {
        return watched.stream()
                .flatMap(it -> {
                    var match = it.address().matcher(request);
                    return match.isMatch()
                            ? Stream.of(new Seen(
                                    it.kind(),
                                    match.getVariables().values().stream()
                                            .findFirst()
                                            .orElse("")))
                            : Stream.empty();
                })
                .findFirst();
    }

    private static Optional<Looked> looked(Authentication who, Seen seen, String address, boolean shown) {
        return switch (who) {
            case SignedIn it -> Optional.of(looked(it, Optional.empty(), seen, address, shown));
            case WithToken it ->
                Optional.of(new Looked(
                        it.person(),
                        Optional.of(it.token().name()),
                        seen.kind(),
                        cut(seen.thing()),
                        cut(address),
                        shown));
            default -> Optional.empty();
        };
    }

    private static Looked looked(SignedIn it, Optional<String> token, Seen seen, String address, boolean shown) {
        return new Looked(it.person(), token, seen.kind(), cut(seen.thing()), cut(address), shown);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
