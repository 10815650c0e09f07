package org.comity.node.oversight.review;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.oversight.Overseeing;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.OversightStep;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks what a drawn case says on each point, and keeps every verdict that was ever given. */
@Service
@Transactional
public class ReviewingSafeguards {

    private final Samples samples;
    private final Reasons reasons;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReviewingSafeguards(Samples samples, Reasons reasons, ApplicationEventPublisher events, Clock clock) {
        this.samples = samples;
        this.reasons = reasons;
        this.events = events;
        this.clock = clock;
    }

    public record Found(Point point, Point.Verdict verdict, String remark, String by) {}

    /** @param label key of what the text answers */
    public record Word(String label, String text) {}

    /** One point with what the case says on it, and what was found so far. */
    public record ToCheck(Point point, List<Word> said, Optional<Found> found) {}

    public record Desk(
            UUID request,
            String reference,
            String kind,
            Optional<String> caseFile,
            Optional<String> counterpart,
            List<ToCheck> points) {}

    @Transactional(readOnly = true)
    public Desk desk(int sample, UUID request) {
        if (!samples.isDrawn(sample, request)) {
            throw OversightRefused.notThere();
        }
        var it = reasons.of(request).orElseThrow(OversightRefused::notThere);
        var found = samples.verdicts(sample, request);
        return new Desk(
                request,
                it.reference(),
                it.kind().toLowerCase(Locale.ROOT).replace('_', '-'),
                it.caseFile(),
                it.counterpart(),
                Arrays.stream(Point.values())
                        .map(point -> new ToCheck(
                                point,
                                it.reasons().stream()
                                        .filter(reason -> reason.point() == point)
                                        .map(reason -> new Word(reason.label(), reason.text()))
                                        .toList(),
                                found.stream()
                                        .filter(verdict -> verdict.point() == point)
                                        .findFirst()))
                        .toList());
    }

    /** @param remark asked for where something is not in order */
    public void find(Person by, int sample, UUID request, Point point, Point.Verdict verdict, String remark) {
        Overseeing.overseer(by);
        if (!samples.isDrawn(sample, request)) {
            throw OversightRefused.notThere();
        }
        if (verdict.needsRemark() && remark.isBlank()) {
            throw new OversightRefused("remark-" + point.token(), Said.of("oversight.refused.remark"));
        }
        samples.addVerdict(
                sample,
                request,
                new Found(point, verdict, remark.strip(), by.name()),
                clock.instant().atOffset(ZoneOffset.UTC));
        events.publishEvent(OversightStep.of(
                "sample/" + sample,
                "point-reviewed",
                by,
                Map.of("request", request.toString(), "point", point.token(), "verdict", verdict.token())));
    }
}
