package org.comity.node.legislation.api;

import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Gives the whole base away in one file. */
@RestController
@RequestMapping("/api/v1/law")
class DownloadOfLaw {

    @GetMapping("/download")
    ResponseEntity<StreamingResponseBody> download(Asked asked) {
        Form form = asked.takes("format").form(List.of(Form.JSON, Form.CSV, Form.YAML));
        String tag = Reply.tag(asked, form);
        HttpHeaders headers = Reply.headers(asked, tag);
        if (Reply.holds(asked, tag)) {
            return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
        }
        headers.setContentType(form == Form.CSV ? MediaType.valueOf("application/zip") : form.type());
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(Download.name(asked.edition(), form))
                .build());
        Download download = new Download(asked.law(), asked.edition());
        return new ResponseEntity<>(out -> download.write(form, out), headers, HttpStatus.OK);
    }
}
