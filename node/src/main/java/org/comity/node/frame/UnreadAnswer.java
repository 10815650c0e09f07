package org.comity.node.frame;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Takes a page that nobody reads; of all that is said, only the status is kept. */
final class UnreadAnswer extends HttpServletResponseWrapper {

    private final PrintWriter away = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private int status = SC_OK;

    UnreadAnswer() {
        super(Silence.of(HttpServletResponse.class));
    }

    @Override
    public PrintWriter getWriter() {
        return away;
    }

    @Override
    public void setStatus(int status) {
        this.status = status;
    }

    @Override
    public void sendError(int status) {
        this.status = status;
    }

    @Override
    public void sendError(int status, String message) {
        this.status = status;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public String encodeURL(String url) {
        return url;
    }

    @Override
    public String encodeRedirectURL(String url) {
        return url;
    }
}
