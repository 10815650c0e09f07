package org.comity.node.oversight.review;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.oversight.Overseeing;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.OversightStep;
import org.comity.node.oversight.count.Days;
import org.comity.node.oversight.count.Universe;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws cases for review. The node makes the seed, each drawing is numbered and stands in the journal with what it was drawn
 * from, and none can be taken back: who draws again until the cases please has all drawings beside each other.
 */
@Service
@Transactional
public class DrawingSamples {

    private static final int MOST = 100;

    private final Samples samples;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DrawingSamples(Samples samples, ApplicationEventPublisher events, Clock clock) {
        this.samples = samples;
        this.events = events;
        this.clock = clock;
    }

    /** One that was drawn, and how far its review is. @param kind as addresses name it */
    public record Drawn(UUID request, String reference, String kind, int points, int doubts, int findings) {}

    public int draw(Person by, String name, Universe of, Days days, int each) {
        Overseeing.overseer(by);
        if (name.isBlank()) {
            throw new OversightRefused("name", Said.of("oversight.refused.name"));
        }
        if (each < 1 || each > MOST) {
            throw new OversightRefused("each", Said.of("oversight.refused.each", MOST));
        }
        if (!days.until().isBefore(LocalDate.now(clock.withZone(ZoneOffset.UTC)))) {
            throw new OversightRefused("until", Said.of("oversight.refused.until"));
        }
        var population = samples.population(of.side(), of.toProvider(), days);
        if (population.isEmpty()) {
            throw new OversightRefused("of", Said.of("oversight.refused.population"));
        }
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var seed = HexFormat.of().formatHex(bytes);
        var drawn = Drawing.draw(seed, population, each);
        var now = clock.instant();
        var fingerprint = Drawing.fingerprint(population);
        var number = samples.add(
                new Sample(
                        0,
                        name.strip(),
                        of.token(),
                        days.from(),
                        days.until(),
                        each,
                        seed,
                        population.size(),
                        fingerprint,
                        by.name(),
                        now,
                        drawn.size(),
                        0),
                now.atOffset(ZoneOffset.UTC));
        drawn.forEach(it -> samples.addDrawn(number, it));
        events.publishEvent(OversightStep.of(
                "sample/" + number,
                "sample-drawn",
                by,
                Map.of(
                        "seed",
                        seed,
                        "of",
                        of.token(),
                        "from",
                        days.from().toString(),
                        "until",
                        days.until().toString(),
                        "each",
                        each,
                        "population",
                        population.size(),
                        "populationSha256",
                        fingerprint,
                        "drawn",
                        drawn.stream().map(it -> it.it().id().toString()).toList())));
        return number;
    }

    @Transactional(readOnly = true)
    public List<Sample> all() {
        return samples.all();
    }

    @Transactional(readOnly = true)
    public Sample sample(int number) {
        return samples.find(number).orElseThrow(OversightRefused::notThere);
    }

    @Transactional(readOnly = true)
    public List<Drawn> drawn(int number) {
        return samples.drawn(number).stream()
                .map(row -> new Drawn(
                        row.request(),
                        row.reference(),
                        row.kind().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        row.points(),
                        row.doubts(),
                        row.findings()))
                .toList();
    }

    /** Whether the same seed and the requests of the same days still give what was drawn. */
    @Transactional(readOnly = true)
    public boolean drawsTheSame(Sample it) {
        var of = Universe.of(it.of()).orElseThrow();
        var population = samples.population(of.side(), of.toProvider(), new Days(it.from(), it.until()));
        return Drawing.fingerprint(population).equals(it.populationSha256())
                && Drawing.draw(it.seed(), population, it.each()).stream()
                        .map(drawn -> drawn.it().id())
                        .toList()
                        .equals(samples.drawn(it.number()).stream()
                                .map(Samples.Row::request)
                                .toList());
    }
}
