package org.comity.node.forum.recommendation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.comity.node.forum.mandate.Provenance;
import org.comity.node.forum.meeting.Party;

/**
 * A recommendation. Who proposed it is restricted; the published compilation names nobody.
 *
 * @param meeting id of the meeting at which it was made
 * @param addressees to whom it is addressed
 * @param proposers none where it came from a public list without names
 * @param merged ids of those that went into this one
 * @param into id of the one into which this one went; empty
 * @param provisions law ids, such as {@code ets185:29}
 * @param gaps what it would close, as {@code State:provision}, such as {@code GH:ets185:16}
 * @param statistics figures from elsewhere that speak for it, in words, each with where it stands
 * @param figures that this node drew from its own records
 * @param doubt {@code none}, {@code some} or {@code much}: whether the idea stands in the official list
 */
@RecordBuilder
public record Recommendation(
        String id,
        String meeting,
        String theme,
        String text,
        List<String> addressees,
        State state,
        List<Party> proposers,
        List<Position> positions,
        List<String> merged,
        String into,
        List<String> provisions,
        List<String> gaps,
        List<String> statistics,
        List<DrawnFigure> figures,
        List<String> tags,
        String doubt,
        Provenance provenance)
        implements RecommendationBuilder.With {

    public Recommendation {
        addressees = List.copyOf(addressees);
        proposers = List.copyOf(proposers);
        positions = List.copyOf(positions);
        merged = List.copyOf(merged);
        provisions = List.copyOf(provisions);
        gaps = List.copyOf(gaps);
        statistics = List.copyOf(statistics);
        figures = List.copyOf(figures);
        tags = List.copyOf(tags);
    }

    public enum State {
        PROPOSED,
        COMPILED,
        MERGED,
        ADOPTED,
        NOT_AGREED,
        WITHDRAWN;

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a delegation thinks of it. @param wording that it would prefer; may be empty */
    public record Position(Party party, boolean supports, String wording) {}

    /** A delegation has one position; a later one takes the place of the earlier. */
    public Recommendation taking(Position position) {
        return withPositions(Stream.concat(
                        positions.stream().filter(it -> !it.party().equals(position.party())), Stream.of(position))
                .toList());
    }

    public Recommendation withoutPositionOf(Party party) {
        return withPositions(
                positions.stream().filter(it -> !it.party().equals(party)).toList());
    }

    /** One of the same thing and days takes the place of the earlier. */
    public Recommendation drawing(DrawnFigure figure) {
        return withFigures(Stream.concat(figures.stream().filter(it -> !it.isAbout(figure)), Stream.of(figure))
                .toList());
    }

    public List<Party> supporters() {
        return positions.stream()
                .filter(Position::supports)
                .map(Position::party)
                .toList();
    }

    public List<Party> disputers() {
        return positions.stream()
                .filter(it -> !it.supports())
                .map(Position::party)
                .toList();
    }

    public boolean isDisputed() {
        return !disputers().isEmpty() || tags.contains("contested");
    }

    /** One out of several: proposers and links of all, in their order, each once; whoever disputed one disputes it. */
    public static Recommendation merging(String id, String text, List<Recommendation> parts) {
        var first = parts.getFirst();
        var positions = new ArrayList<Position>();
        parts.stream().flatMap(it -> it.positions.stream()).forEach(position -> {
            var before = positions.stream()
                    .filter(it -> it.party().equals(position.party()))
                    .findFirst();
            if (before.isEmpty()) {
                positions.add(position);
            } else if (before.get().supports() && !position.supports()) {
                positions.set(positions.indexOf(before.get()), position);
            }
        });
        return new Recommendation(
                id,
                first.meeting,
                first.theme,
                text,
                once(parts.stream().flatMap(it -> it.addressees.stream())),
                State.PROPOSED,
                once(parts.stream().flatMap(it -> it.proposers.stream())),
                positions,
                parts.stream().map(Recommendation::id).toList(),
                "",
                once(parts.stream().flatMap(it -> it.provisions.stream())),
                once(parts.stream().flatMap(it -> it.gaps.stream())),
                once(parts.stream().flatMap(it -> it.statistics.stream())),
                once(parts.stream().flatMap(it -> it.figures.stream())),
                once(parts.stream().flatMap(it -> it.tags.stream())),
                "",
                first.provenance);
    }

    private static <T> List<T> once(Stream<T> all) {
        return all.distinct().toList();
    }
}
