package org.comity.node.legislation.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.law.matrix.CooperationMatrix;
import org.comity.law.matrix.Counts;
import org.comity.law.matrix.Reach;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.lab.LabQuestion;
import org.comity.node.legislation.lab.Refusal;
import org.comity.node.legislation.lab.Worlds;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom each State reaches, for spreadsheets and for machines. */
@RestController
class LabDownloads {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Worlds worlds;
    private final CurrentLaw law;
    private final Clock clock;

    LabDownloads(Worlds worlds, CurrentLaw law, Clock clock) {
        this.worlds = worlds;
        this.law = law;
        this.clock = clock;
    }

    /** @param licence of the data set */
    record Document(
            String version,
            String licence,
            String on,
            String measure,
            String data,
            String offence,
            Counts pairs,
            List<Line> states) {}

    record Line(String state, String name, Counts asking, Counts asked) {}

    @GetMapping(path = "/law/lab/reach.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> json(@RequestParam MultiValueMap<String, String> asked, Locale locale) {
        return answer(asked, locale, (lab, world) -> ResponseEntity.ok(document(lab, world)));
    }

    @GetMapping("/law/lab/reach.csv")
    ResponseEntity<Object> csv(@RequestParam MultiValueMap<String, String> asked, Locale locale) {
        return answer(
                asked,
                locale,
                (lab, world) -> ResponseEntity.ok()
                        .contentType(CSV)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(lab) + "\"")
                        .body(table(document(lab, world))));
    }

    private interface Answer {
        ResponseEntity<Object> of(LabRequest lab, CooperationMatrix world);
    }

    private ResponseEntity<Object> answer(MultiValueMap<String, String> asked, Locale locale, Answer answer) {
        LabRequest lab = LabRequest.of(law.now(), asked, clock, locale);
        if (lab.refused()) {
            Refusal refusal = lab.reading().refusals().getFirst();
            ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
            problem.setProperty("about", refusal.about());
            problem.setProperty("asked", refusal.asked());
            problem.setProperty("valid", refusal.valid());
            return ResponseEntity.badRequest()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        LabQuestion question = lab.question();
        Optional<CooperationMatrix> world = worlds.on(lab.law(), question.on(), question.assistance());
        return world.map(w -> answer.of(lab, w))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, "1")
                        .build());
    }

    private static Document document(LabRequest lab, CooperationMatrix world) {
        LabQuestion question = lab.question();
        return new Document(
                lab.law().version(),
                lab.law().licence(),
                question.on().toString(),
                question.measure().code(),
                question.data().code(),
                question.offence().code(),
                world.counts(question.assistance()),
                world.reaches(question.assistance()).stream()
                        .map(reach -> line(lab, reach))
                        .toList());
    }

    private static Line line(LabRequest lab, Reach reach) {
        return new Line(
                reach.state().value(),
                lab.law().state(reach.state()).orElseThrow().name(),
                reach.asking(),
                reach.asked());
    }

    private static String name(LabRequest lab) {
        return "reach-" + lab.question().measure().code() + "-" + lab.question().on() + ".csv";
    }

    private static String table(Document document) {
        String head = "state,name,asks_open,asks_conditional,asks_unknown,asks_closed,asks_none,"
                + "asked_open,asked_conditional,asked_unknown,asked_closed,asked_none,measure,data,offence,on,version,"
                + "licence\r\n";
        return document.states().stream()
                .map(line -> Stream.concat(
                                Stream.concat(
                                        Stream.of(line.state(), quoted(line.name())),
                                        Stream.concat(numbers(line.asking()), numbers(line.asked()))),
                                Stream.of(
                                        document.measure(),
                                        document.data(),
                                        document.offence(),
                                        document.on(),
                                        document.version(),
                                        document.licence()))
                        .collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining("", head, ""));
    }

    private static Stream<String> numbers(Counts counts) {
        return Stream.of(counts.open(), counts.conditional(), counts.unknown(), counts.closed(), counts.none())
                .map(String::valueOf);
    }

    /** RFC 4180 §2.7. */
    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
