package org.comity.node.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.node.evidence.OpenExhibit;
import org.comity.node.evidence.PackageFile;
import org.comity.node.frame.ByRange;

/** Sends content so that a download goes on where the line broke. */
final class Download {

    private Download() {}

    static void send(OpenExhibit content, HttpServletRequest request, HttpServletResponse response) throws IOException {
        // never shown by the browser itself, whatever it is
        response.setContentType("application/octet-stream");
        ByRange.send(
                content.exhibit().particulars().name(),
                content.exhibit().sha256(),
                content.size(),
                content::copy,
                request,
                response);
    }

    static void send(PackageFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.etsi.asic-e+zip");
        ByRange.send(file.name(), file.tag(), file.size(), file::copy, request, response);
    }
}
