package org.comity.node.legislation.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.comity.law.Measure;
import org.comity.law.cli.Answers;
import org.comity.law.cli.Csv;
import org.comity.law.matrix.CooperationMatrix;
import org.comity.law.matrix.Counts;
import org.comity.law.matrix.Reach;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.lab.LabQuestion;
import org.comity.node.legislation.lab.OpenPairs;
import org.comity.node.legislation.lab.Worlds;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom each State reaches, and how many pairs were open when, for spreadsheets and for machines. */
@RestController
class LabDownloads {

    private final Worlds worlds;
    private final CurrentLaw law;
    private final Clock clock;
    private final LabFile file;

    LabDownloads(Worlds worlds, CurrentLaw law, Clock clock, LabFile file) {
        this.worlds = worlds;
        this.law = law;
        this.clock = clock;
        this.file = file;
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

    @GetMapping("/law/lab/reach.json")
    ResponseEntity<Object> json(@RequestParam MultiValueMap<String, String> asked, Locale locale) {
        return reach(asked, locale, LabFile::json);
    }

    @GetMapping("/law/lab/reach.csv")
    ResponseEntity<Object> csv(@RequestParam MultiValueMap<String, String> asked, Locale locale) {
        return reach(
                asked,
                locale,
                document -> LabFile.csv("reach-" + document.measure() + "-" + document.on(), table(document)));
    }

    private ResponseEntity<Object> reach(
            MultiValueMap<String, String> asked, Locale locale, Function<Document, ResponseEntity<Object>> answer) {
        LabRequest lab = LabRequest.of(law.now(), asked, clock, locale);
        LabQuestion question = lab.question();
        return file.of(
                lab,
                _ -> worlds.on(lab.law(), question.on(), question.assistance()),
                world -> answer.apply(document(lab, world)));
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

    private static Csv table(Document document) {
        Csv table = Csv.of(
                "state",
                "name",
                "asks_open",
                "asks_conditional",
                "asks_unknown",
                "asks_closed",
                "asks_none",
                "asked_open",
                "asked_conditional",
                "asked_unknown",
                "asked_closed",
                "asked_none",
                "measure",
                "data",
                "offence",
                "on",
                "version",
                "licence");
        document.states()
                .forEach(line -> table.row(
                        line.state(),
                        line.name(),
                        line.asking().open(),
                        line.asking().conditional(),
                        line.asking().unknown(),
                        line.asking().closed(),
                        line.asking().none(),
                        line.asked().open(),
                        line.asked().conditional(),
                        line.asked().unknown(),
                        line.asked().closed(),
                        line.asked().none(),
                        document.measure(),
                        document.data(),
                        document.offence(),
                        document.on(),
                        document.version(),
                        document.licence()));
        return table;
    }

    @GetMapping("/law/lab/history.csv")
    ResponseEntity<Object> history(@RequestParam MultiValueMap<String, String> asked, Locale locale) {
        LabRequest lab = LabRequest.of(law.now(), asked, clock, locale);
        return file.of(
                lab,
                _ -> worlds.history(lab.law(), lab.question()),
                history -> LabFile.csv("open-pairs", months(history)));
    }

    @GetMapping("/law/lab/history/month.csv")
    ResponseEntity<Object> month(@RequestParam MultiValueMap<String, String> asked, Locale locale) {
        LabRequest lab = LabRequest.of(law.now(), asked, clock, locale);
        YearMonth month = YearMonth.from(lab.question().on());
        return file.of(
                lab,
                _ -> worlds.causes(lab.law(), month, lab.question().assistance()),
                causes -> LabFile.csv("causes-" + month, Answers.causes(causes)));
    }

    private static Csv months(OpenPairs history) {
        List<Measure> measures = history.measures();
        Csv table = Csv.of(Stream.concat(Stream.of("month"), measures.stream().map(Measure::code))
                .toArray(String[]::new));
        history.points()
                .forEach(point -> table.row(Stream.concat(
                                Stream.of(point.month()), measures.stream().map(point::of))
                        .toArray()));
        return table;
    }
}
