package org.comity.node.legislation.web;

import java.util.Optional;
import java.util.function.Function;
import org.comity.law.cli.Csv;
import org.comity.node.legislation.lab.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How a download of the policy lab is answered: with the file, with what is wrong, or with the wish to be asked again. */
@Component
class LabFile {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final MessageSource words;

    LabFile(MessageSource words) {
        this.words = words;
    }

    /** @param work what the file is made of; empty while it is being worked out */
    <T> ResponseEntity<Object> of(
            LabRequest lab, Function<LabRequest, Optional<T>> work, Function<T, ResponseEntity<Object>> answer) {
        if (lab.refused()) {
            return problem(lab);
        }
        return work.apply(lab)
                .map(answer)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, "1")
                        .build());
    }

    static ResponseEntity<Object> csv(String name, Csv table) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .body(table.write());
    }

    static ResponseEntity<Object> json(Object document) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document);
    }

    /** RFC 9457, with the sentence that a page would say. */
    private ResponseEntity<Object> problem(LabRequest lab) {
        Refusal refusal = lab.reading().refusals().getFirst();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                words.getMessage(
                        "law.refused." + refusal.about(),
                        new Object[] {refusal.asked(), refusal.why(lab.locale())},
                        lab.locale()));
        problem.setProperty("about", refusal.about());
        problem.setProperty("asked", refusal.asked());
        problem.setProperty("valid", refusal.valid());
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
