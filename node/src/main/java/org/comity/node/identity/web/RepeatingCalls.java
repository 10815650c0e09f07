package org.comity.node.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.identity.RepeatableCalls;
import org.comity.node.identity.RepeatableCalls.Answer;
import org.comity.node.identity.RepeatableCalls.Known;
import org.comity.node.identity.WithToken;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives a call that comes again under its Idempotency-Key the answer that it got the first time, for a day
 * (draft-ietf-httpapi-idempotency-key-header). Rooms need to do nothing for it.
 */
class RepeatingCalls extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final int LONGEST_KEY = 255;
    private static final int MOST_BYTES = 8 << 20;

    /** What an answer says beside its body. */
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final RepeatableCalls calls;

    RepeatingCalls(RepeatableCalls calls) {
        this.calls = calls;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || request.getHeader(KEY) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof WithToken shown)) {
            chain.doFilter(request, response);
            return;
        }
        String key = request.getHeader(KEY);
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        if (body.length > MOST_BYTES) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        UUID token = shown.token().id();
        switch (calls.begin(token, key, fingerprint(request, body))) {
            case Known.New() -> answer(new Read(request, body), response, chain, token, key);
            case Known.Unanswered() -> response.sendError(HttpStatus.CONFLICT.value());
            case Known.OfAnother() -> response.sendError(HttpStatus.UNPROCESSABLE_CONTENT.value());
            case Known.Answered(var answer) -> repeat(answer, response);
        }
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, UUID token, String key)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, kept);
            // what the error page will write is not here yet, so only the status can be repeated
            answered = kept.getStatus() < 500;
        } finally {
            if (answered) {
                var headers = KEPT_HEADERS.stream()
                        .filter(name -> kept.getHeader(name) != null)
                        .collect(Collectors.toMap(name -> name, name -> String.valueOf(kept.getHeader(name))));
                calls.answered(token, key, new Answer(kept.getStatus(), headers, kept.getContentAsByteArray()));
            } else {
                calls.forget(token, key);
            }
            kept.copyBodyToResponse();
        }
    }

    private static void repeat(Answer answer, HttpServletResponse response) throws IOException {
        response.setHeader(REPLAYED, "true");
        if (answer.status() >= 400 && answer.body().length == 0) {
            response.sendError(answer.status());
            return;
        }
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.getOutputStream().write(answer.body());
    }

    private static byte[] fingerprint(HttpServletRequest request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            String address = request.getRequestURI() + "?" + request.getQueryString() + "\n";
            digest.update(address.getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** The call with its body, which was read once already. */
    private static final class Read extends HttpServletRequestWrapper {

        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("The body is here already; there is nothing to wait for.");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
