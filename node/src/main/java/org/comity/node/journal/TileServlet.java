package org.comity.node.journal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.comity.ledger.Resource;
import org.comity.ledger.TileSource;

/** A log as a plain web server would hand it out (c2sp.org/tlog-tiles): only its checkpoint ever changes. */
public class TileServlet extends HttpServlet {

    // set once by the container's thread, then only read
    private final transient TileSource published;

    public TileServlet(TileSource published) {
        this.published = published;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Resource> resource = named(request);
        Optional<byte[]> content = resource.isEmpty() ? Optional.empty() : published.read(resource.get());
        if (content.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean changes = resource.get() instanceof Resource.LatestCheckpoint;
        response.setHeader("Cache-Control", changes ? "no-cache" : "public, max-age=31536000, immutable");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Access-Control-Allow-Origin", "*");
        answer(response, changes ? "text/plain;charset=utf-8" : "application/octet-stream", content.get());
    }

    private static Optional<Resource> named(HttpServletRequest request) {
        String path = request.getPathInfo();
        try {
            return path == null ? Optional.empty() : Optional.of(Resource.parse(path.substring(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    protected static void answer(HttpServletResponse response, String type, byte[] content) throws IOException {
        response.setContentType(type);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
