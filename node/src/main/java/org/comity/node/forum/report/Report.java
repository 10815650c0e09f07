package org.comity.node.forum.report;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.node.frame.Said;

/**
 * A draft report, and what became of it.
 *
 * @param meeting id
 * @param masthead the organ that stands above the body; may be empty
 * @param body its full name
 * @param session in words, such as {@code Twenty-seventh session}; may be empty
 * @param place and days
 * @param rapporteur State that holds the office; may be empty
 * @param original ISO 639-1 code
 */
@RecordBuilder
public record Report(
        String id,
        String meeting,
        Model model,
        String symbol,
        LocalDate date,
        String masthead,
        String body,
        String session,
        String place,
        String rapporteur,
        String original,
        String subject,
        List<Block> blocks,
        Optional<Adopted> adopted)
        implements ReportBuilder.With {

    public Report {
        blocks = List.copyOf(blocks);
    }

    public enum Model {
        EXPERT_GROUP,
        ADDENDUM;

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param sha256 of the text that was adopted */
    public record Adopted(int sitting, LocalDate day, Instant recordedAt, String sha256) {}

    /** A block with the number that it has where it stands. @param number empty for what has none */
    public record Numbered(int place, String number, Block block) {}

    /** What is in brackets. @param number of the paragraph or heading in which it stands */
    public record Open(int place, String number, String text) {}

    public List<Numbered> numbered() {
        var all = new ArrayList<Numbered>();
        int chapter = 0;
        int section = 0;
        int paragraph = 0;
        int item = 0;
        for (int place = 0; place < blocks.size(); place++) {
            var block = blocks.get(place);
            var number = switch (block.kind()) {
                case CHAPTER -> {
                    section = 0;
                    chapter++;
                    yield roman(chapter) + ".";
                }
                case SECTION -> (char) ('A' + section++) + ".";
                case PARAGRAPH -> {
                    item = 0;
                    paragraph++;
                    yield paragraph + ".";
                }
                case ITEM -> letter(item++);
                case HEADING, LINE -> "";
            };
            all.add(new Numbered(place, number, block));
        }
        return List.copyOf(all);
    }

    public List<Open> open() {
        var open = new ArrayList<Open>();
        var last = "";
        for (var it : numbered()) {
            last = it.number().isEmpty() || it.block().kind() == Block.Kind.ITEM ? last : it.number();
            for (var text : it.block().openTexts()) {
                open.add(new Open(it.place(), last, text));
            }
        }
        return List.copyOf(open);
    }

    /** @throws ReportRefused while anything is open, or once it is adopted */
    public Report adopted(Adopted adoption) {
        if (adopted.isPresent()) {
            throw new ReportRefused("sitting", Said.of("forum.refused.adopted-already"));
        }
        if (!open().isEmpty()) {
            throw new ReportRefused("sitting", Said.of("forum.refused.open-text", open().size()));
        }
        return withAdopted(Optional.of(adoption));
    }

    public Report edited(List<Block> changed) {
        if (adopted.isPresent()) {
            throw new ReportRefused("text", Said.of("forum.refused.adopted-already"));
        }
        return withBlocks(changed);
    }

    /** All its words, for a hash. */
    public String wholeText() {
        var text = new StringBuilder(symbol).append('\n');
        numbered().forEach(it -> {
            text.append(it.number()).append(' ').append(it.block().text()).append('\n');
            it.block().notes().forEach(note -> text.append("  ").append(note).append('\n'));
        });
        return text.toString();
    }

    private static String letter(int place) {
        return org.comity.node.forum.recommendation.Compilation.letter(place);
    }

    private static String roman(int number) {
        return switch (number) {
            case 1, 2, 3 -> "I".repeat(number);
            case 4 -> "IV";
            case 9 -> "IX";
            default -> number < 9 ? "V" + "I".repeat(number - 5) : "X" + (number == 10 ? "" : roman(number - 10));
        };
    }
}
