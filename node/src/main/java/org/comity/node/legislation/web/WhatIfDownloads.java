package org.comity.node.legislation.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.comity.law.cli.Csv;
import org.comity.law.matrix.Difference;
import org.comity.law.matrix.Pair;
import org.comity.law.matrix.Tally;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.lab.LabQuestion;
import org.comity.node.legislation.lab.Supposition;
import org.comity.node.legislation.lab.Worlds;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a basket would open and lose, whole: every measure, every State and every pair. */
@RestController
class WhatIfDownloads {

    private final Worlds worlds;
    private final CurrentLaw law;
    private final Clock clock;
    private final LabFile file;

    WhatIfDownloads(Worlds worlds, CurrentLaw law, Clock clock, LabFile file) {
        this.worlds = worlds;
        this.law = law;
        this.clock = clock;
        this.file = file;
    }

    /**
     * @param licence of the data set
     * @param supposed as an address has it
     */
    record Document(
            String version,
            String licence,
            String on,
            String data,
            String offence,
            List<String> supposed,
            Tally total,
            List<OfMeasure> measures,
            List<OfState> states,
            List<OfPair> pairs) {}

    record OfMeasure(String measure, Tally ways) {}

    record OfState(String state, String name, Tally asking, Tally asked) {}

    record OfPair(String from, String to, Tally ways) {}

    @GetMapping("/law/lab/what-if.json")
    ResponseEntity<Object> json(@RequestParam MultiValueMap<String, String> asked, Locale locale) {
        return answer(asked, locale, LabFile::json);
    }

    @GetMapping("/law/lab/what-if-states.csv")
    ResponseEntity<Object> states(@RequestParam MultiValueMap<String, String> asked, Locale locale) {
        return answer(asked, locale, document -> LabFile.csv("what-if-states", statesOf(document)));
    }

    @GetMapping("/law/lab/what-if-pairs.csv")
    ResponseEntity<Object> pairs(@RequestParam MultiValueMap<String, String> asked, Locale locale) {
        return answer(asked, locale, document -> LabFile.csv("what-if-pairs", pairsOf(document)));
    }

    private ResponseEntity<Object> answer(
            MultiValueMap<String, String> asked, Locale locale, Function<Document, ResponseEntity<Object>> answer) {
        LabRequest lab = LabRequest.of(law.now(), asked, clock, locale);
        return file.of(
                lab,
                _ -> worlds.supposing(lab.law(), lab.question()),
                whatIf -> answer.apply(document(lab, whatIf.difference())));
    }

    private static Document document(LabRequest lab, Difference difference) {
        LabQuestion question = lab.question();
        return new Document(
                lab.law().version(),
                lab.law().licence(),
                question.on().toString(),
                question.data().code(),
                question.offence().code(),
                question.basket().suppositions().stream().map(Supposition::text).toList(),
                difference.total(),
                difference.byMeasure().entrySet().stream()
                        .map(entry -> new OfMeasure(entry.getKey().code(), entry.getValue()))
                        .toList(),
                difference.gains().stream().map(gain -> ofState(lab, gain)).toList(),
                difference.pairs().entrySet().stream()
                        .map(entry -> ofPair(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static OfState ofState(LabRequest lab, Difference.Gain gain) {
        return new OfState(
                gain.state().value(),
                lab.law().state(gain.state()).orElseThrow().name(),
                gain.asking(),
                gain.asked());
    }

    private static OfPair ofPair(Pair pair, Tally ways) {
        return new OfPair(pair.from().value(), pair.to().value(), ways);
    }

    private static Csv statesOf(Document document) {
        Csv table = Csv.of(
                "state",
                "name",
                "asks_opened",
                "asks_conditional",
                "asks_weakened",
                "asks_lost",
                "asked_opened",
                "asked_conditional",
                "asked_weakened",
                "asked_lost",
                "supposed",
                "data",
                "offence",
                "on",
                "version",
                "licence");
        document.states()
                .forEach(line -> table.row(
                        line.state(),
                        line.name(),
                        line.asking().opened(),
                        line.asking().conditional(),
                        line.asking().weakened(),
                        line.asking().lost(),
                        line.asked().opened(),
                        line.asked().conditional(),
                        line.asked().weakened(),
                        line.asked().lost(),
                        String.join(" ", document.supposed()),
                        document.data(),
                        document.offence(),
                        document.on(),
                        document.version(),
                        document.licence()));
        return table;
    }

    private static Csv pairsOf(Document document) {
        Csv table = Csv.of(
                "from",
                "to",
                "opened",
                "conditional",
                "weakened",
                "lost",
                "supposed",
                "data",
                "offence",
                "on",
                "version",
                "licence");
        document.pairs()
                .forEach(line -> table.row(
                        line.from(),
                        line.to(),
                        line.ways().opened(),
                        line.ways().conditional(),
                        line.ways().weakened(),
                        line.ways().lost(),
                        String.join(" ", document.supposed()),
                        document.data(),
                        document.offence(),
                        document.on(),
                        document.version(),
                        document.licence()));
        return table;
    }
}
