package org.comity.node.cooperation.form;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.Step;
import org.comity.node.directory.Counterparts;
import org.comity.node.documents.FormLanguage;
import org.comity.node.documents.Reading;
import org.comity.node.exchange.Enclosure;
import org.comity.node.frame.Said;
import org.springframework.stereotype.Component;

/** What goes beside the HI-1 message to a counterpart that has no node to read it: the form, and later each step in words. */
@Component
public class Papers {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Forms forms;
    private final Counterparts counterparts;

    Papers(Forms forms, Counterparts counterparts) {
        this.forms = forms;
        this.counterparts = counterparts;
    }

    /** Nothing for a counterpart with a node: its own node shows it there. */
    public List<Enclosure> of(Request request, Step step) {
        return request.counterpart()
                .flatMap(counterparts::find)
                .filter(counterpart -> !counterpart.channel().leadsToANode())
                .map(counterpart -> step.event() == RequestEvent.APPROVED
                        ? form(request, step.occurredAt(), counterpart.languages())
                        : List.of(inWords(request, step)))
                .orElse(List.of());
    }

    private List<Enclosure> form(Request request, Instant approved, List<String> languages) {
        var reading = reading(languages);
        return List.of(
                new Enclosure(
                        request.reference() + ".pdf",
                        "application/pdf",
                        forms.pdf(request, Optional.of(approved), reading)),
                new Enclosure(
                        request.reference() + ".docx", DOCX, forms.docx(request, Optional.of(approved), reading)));
    }

    /** In English, and beside it in the language that the counterpart prefers. */
    private static Reading reading(List<String> languages) {
        return Reading.sideBySide(
                FormLanguage.ENGLISH, FormLanguage.preferred(languages).orElse(FormLanguage.ENGLISH));
    }

    private static Enclosure inWords(Request request, Step step) {
        var lines = Stream.concat(
                        Stream.of(
                                line("reference", request.reference()),
                                line("their-reference", request.counterpartReference()),
                                line(
                                        "event",
                                        Said.of("cooperation.event."
                                                        + step.event().token())
                                                .inEnglish()),
                                line("at", step.occurredAt().toString())),
                        Stream.concat(particulars(step.particulars()), Stream.of(items(step))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n", "", "\n"));
        return new Enclosure(
                "%s %s.txt".formatted(request.reference(), step.event().token()),
                "text/plain",
                lines.getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<Optional<String>> particulars(Particulars said) {
        return Stream.of(
                line("reason", said.reason().orElse("")),
                line("ground", said.ground().orElse("")),
                line("until", said.keptUntil().map(Instant::toString).orElse("")),
                line("remarks", said.remarks().orElse("")));
    }

    /** Which of the items it is about. */
    private static Optional<String> items(Step step) {
        return line(
                "items",
                step.event().isAboutItems()
                        ? step.particulars().outcomes().stream()
                                .map(it -> it.identifier().value())
                                .collect(Collectors.joining(", "))
                        : "");
    }

    private static Optional<String> line(String name, String value) {
        return value.isBlank()
                ? Optional.empty()
                : Optional.of(Said.of("cooperation.paper." + name).inEnglish() + ": " + value);
    }
}
