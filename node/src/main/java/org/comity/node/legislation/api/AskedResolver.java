package org.comity.node.legislation.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.comity.law.LawBase;
import org.comity.node.lawbook.CurrentLaw;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a method the question, with one and the same state of the law from its first word to the answer. */
final class AskedResolver implements HandlerMethodArgumentResolver {

    private final CurrentLaw law;
    private final Editions editions;
    private final Clock clock;

    AskedResolver(CurrentLaw law, Editions editions, Clock clock) {
        this.law = law;
        this.editions = editions;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Asked resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        LawBase now = law.now();
        return new Asked(
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                now,
                editions.of(now),
                LocalDate.now(clock));
    }
}
