package org.comity.node.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.comity.node.evidence.EvidenceRefused;
import org.comity.node.evidence.Exhibit;
import org.comity.node.evidence.ExhibitId;
import org.comity.node.evidence.Particulars;
import org.comity.node.evidence.PuttingIn;
import org.comity.node.evidence.SeeingEvidence;
import org.comity.node.evidence.TakingInEvidence;
import org.comity.node.evidence.Upload;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Resumable uploads by tus 1.0: core, creation, checksum, expiration and termination, for browsers and programs. The exhibit
 * has the upload's id; a finished upload answers as one of which everything is there.
 */
@Controller
@RequestMapping(Uploading.PATH)
class Uploading {

    static final String PATH = "/api/v1/evidence/uploads";

    /** Of tus: the part that came is not the one that was sent. */
    private static final int CHECKSUM_MISMATCH = 460;

    private final TakingInEvidence taking;
    private final PuttingIn putting;
    private final SeeingEvidence seeing;
    private final CurrentPerson current;

    Uploading(TakingInEvidence taking, PuttingIn putting, SeeingEvidence seeing, CurrentPerson current) {
        this.taking = taking;
        this.putting = putting;
        this.seeing = seeing;
        this.current = current;
    }

    /** Every answer names the protocol; who speaks another version is told before anything is done. */
    @ModelAttribute
    void speak(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(TusHeader.RESUMABLE, TusHeader.VERSION);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!request.getMethod().equals("OPTIONS")
                && !TusHeader.VERSION.equals(request.getHeader(TusHeader.RESUMABLE))) {
            response.setHeader("Tus-Version", TusHeader.VERSION);
            throw new OtherVersion();
        }
    }

    @ResponseStatus(HttpStatus.PRECONDITION_FAILED)
    private static final class OtherVersion extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    void capabilities(HttpServletResponse response) {
        response.setHeader("Tus-Version", TusHeader.VERSION);
        response.setHeader("Tus-Extension", TusHeader.EXTENSIONS);
        response.setHeader("Tus-Checksum-Algorithm", TusHeader.ALGORITHM_NAMES);
        response.setHeader("Tus-Max-Size", Long.toString(taking.most()));
        response.setStatus(HttpStatus.NO_CONTENT.value());
    }

    @PostMapping
    void create(
            @RequestHeader(TusHeader.LENGTH) long length,
            @RequestHeader(name = TusHeader.METADATA, defaultValue = "") String metadata,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Map<String, String>> said = TusHeader.metadata(metadata);
        if (length < 0 || said.isEmpty()) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        Person person = current.require();
        Particulars particulars = putting.particulars(person, said.get());
        Upload upload = taking.begin(particulars, OptionalLong.of(length), person.name(), Optional.of(person.id()));
        if (length == 0) {
            taking.received(upload);
        }
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + PATH + "/" + upload.id());
        expires(upload, response);
        response.setStatus(HttpStatus.CREATED.value());
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    void standing(@PathVariable String id, HttpServletResponse response) throws IOException {
        Optional<Upload> upload = ownUpload(id);
        if (upload.isPresent()) {
            response.setHeader(TusHeader.OFFSET, Long.toString(taking.received(upload.get())));
            response.setHeader(
                    TusHeader.LENGTH, Long.toString(upload.get().length().orElseThrow()));
            expires(upload.get(), response);
        } else {
            String size = Long.toString(ownExhibit(id).size());
            response.setHeader(TusHeader.OFFSET, size);
            response.setHeader(TusHeader.LENGTH, size);
        }
        response.setStatus(HttpStatus.OK.value());
    }

    @PatchMapping("/{id}")
    void append(
            @PathVariable String id,
            @RequestHeader(TusHeader.OFFSET) long offset,
            @RequestHeader(name = TusHeader.CHECKSUM, required = false) @Nullable String checksum,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!TusHeader.OFFSET_STREAM.equals(request.getContentType())) {
            response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
            return;
        }
        Upload upload = ownUpload(id).orElseThrow(() -> new NoUpload(ownExhibit(id)));
        OptionalLong received;
        if (checksum == null) {
            received = OptionalLong.of(taking.append(upload, offset, request.getInputStream()));
        } else {
            var check = TusHeader.checksum(checksum);
            if (check.isEmpty()) {
                response.sendError(HttpStatus.BAD_REQUEST.value());
                return;
            }
            received = taking.append(
                    upload,
                    offset,
                    request.getInputStream(),
                    check.get().digest(),
                    check.get().expected());
        }
        if (received.isEmpty()) {
            response.setStatus(CHECKSUM_MISMATCH);
            return;
        }
        response.setHeader(TusHeader.OFFSET, Long.toString(received.getAsLong()));
        taking.find(upload.id()).ifPresent(waiting -> expires(waiting, response));
        response.setStatus(HttpStatus.NO_CONTENT.value());
    }

    @DeleteMapping("/{id}")
    void cancel(@PathVariable String id, HttpServletResponse response) throws IOException {
        taking.cancel(ownUpload(id).orElseThrow(() -> new NoUpload(ownExhibit(id))));
        response.setStatus(HttpStatus.NO_CONTENT.value());
    }

    /** It is an exhibit by now: nothing can be added to it or taken back. */
    @ResponseStatus(HttpStatus.CONFLICT)
    private static final class NoUpload extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoUpload(Exhibit exhibit) {
            super(exhibit.mark());
        }
    }

    private Optional<Upload> ownUpload(String id) {
        Person person = current.require();
        return taking.find(idOf(id))
                .filter(upload -> upload.length().isPresent())
                .filter(upload -> upload.person().filter(person.id()::equals).isPresent());
    }

    private Exhibit ownExhibit(String id) {
        return seeing.exhibit(current.require(), idOf(id));
    }

    private static ExhibitId idOf(String id) {
        try {
            return ExhibitId.of(id);
        } catch (IllegalArgumentException noId) {
            throw EvidenceRefused.notThere();
        }
    }

    private static void expires(Upload upload, HttpServletResponse response) {
        response.setHeader(
                TusHeader.EXPIRES,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(upload.expiresAt().atOffset(ZoneOffset.UTC)));
    }
}
