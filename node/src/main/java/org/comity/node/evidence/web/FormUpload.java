package org.comity.node.evidence.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.comity.node.evidence.EvidenceRefused;
import org.comity.node.evidence.Exhibit;
import org.comity.node.evidence.PuttingIn;
import org.comity.node.evidence.TakingInEvidence;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;

/**
 * Takes the plain form of a browser without script. A servlet of its own, because the one that serves pages would write the
 * whole file to disk, in the clear, before anything could read it. The fields stand before the file in the form, so what is
 * said of it is known when its first byte comes.
 */
class FormUpload extends HttpServlet {

    static final String PATH = "/evidence/form";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_FIELD = 8000;

    private final transient TakingInEvidence taking;
    private final transient PuttingIn putting;
    private final transient CurrentPerson current;

    FormUpload(TakingInEvidence taking, PuttingIn putting, CurrentPerson current) {
        this.taking = taking;
        this.putting = putting;
        this.current = current;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> said = new HashMap<>();
        try {
            Optional<Exhibit> exhibit = takeIn(request, said);
            response.sendRedirect(request.getContextPath()
                    + exhibit.map(taken -> "/evidence/" + taken.id() + "?new").orElse("/evidence/new"));
        } catch (EvidenceRefused refused) {
            response.sendRedirect(request.getContextPath() + "/evidence/new?refused="
                    + refused.said().key() + "&field=" + refused.field() + "&about="
                    + URLEncoder.encode(said.getOrDefault("about", ""), StandardCharsets.UTF_8));
        } catch (FileUploadException broken) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private Optional<Exhibit> takeIn(HttpServletRequest request, Map<String, String> said)
            throws IOException, FileUploadException {
        Person person = current.require();
        FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            try (InputStream content = part.openStream()) {
                if (part.isFormField()) {
                    said.put(
                            part.getFieldName(), new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8));
                } else {
                    said.put("filename", part.getName() == null ? "" : part.getName());
                    said.put("filetype", part.getContentType() == null ? "" : part.getContentType());
                    return Optional.of(taking.takeIn(
                            putting.particulars(person, said), person.name(), Optional.of(person.id()), content));
                }
            }
        }
        return Optional.empty();
    }
}
