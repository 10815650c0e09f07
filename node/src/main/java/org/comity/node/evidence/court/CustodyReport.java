package org.comity.node.evidence.court;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.node.documents.Paper;
import org.comity.node.documents.Paper.Line;
import org.comity.node.documents.Paper.Style;
import org.comity.node.evidence.Condition;
import org.comity.node.evidence.CustodyStep;
import org.comity.node.evidence.Exhibit;

/** Who had which exhibit, from its first step on, as a paper in the reader's language. What people wrote stays as they did. */
public final class CustodyReport {

    /** Ours: a step by the node itself is by this actor. */
    private static final String CLOCK = "clock";

    private final Contents contents;
    private final Phrases words;
    private final List<Line> lines = new ArrayList<>();

    private CustodyReport(Contents contents) {
        this.contents = contents;
        this.words = new Phrases(contents.language());
    }

    public static Paper of(Contents contents) {
        return new CustodyReport(contents).paper();
    }

    private Paper paper() {
        String title = words.text("title");
        add(Style.MASTHEAD, contents.organisation() + " (" + contents.party() + ")");
        add(Style.TITLE, title);
        if (contents.exercise()) {
            add(Style.PARAGRAPH, words.text("page.exercise"));
        }
        add(Style.MASTHEAD, words.text("translation"));
        add(Style.PARAGRAPH, words.text("package", contents.mark()));
        said("matter", contents.about());
        said("from", contents.madeBy());
        said("to", contents.recipient());
        said("purpose", contents.purpose());
        said("made", words.moment(contents.madeAt()));
        contents.pieces().forEach(this::piece);
        add(Style.CHAPTER, words.text("checking"));
        add(Style.PARAGRAPH, words.text("checking-steps"));
        add(Style.PARAGRAPH, words.text("checking-seal"));
        add(Style.PARAGRAPH, words.text("checking-tool"));
        return new Paper(title, contents.mark(), contents.language(), lines);
    }

    private void piece(Contents.Piece piece) {
        Exhibit exhibit = piece.exhibit();
        add(Style.CHAPTER, words.text("exhibit", exhibit.mark()));
        said("file", exhibit.particulars().name());
        said("size", words.text("bytes", exhibit.size()));
        said("sha256", exhibit.sha256());
        add(Style.SECTION, words.text("conditions"));
        List<Condition> conditions = exhibit.particulars().conditions();
        if (conditions.isEmpty()) {
            add(Style.PARAGRAPH, words.text("no-conditions"));
        }
        conditions.forEach(condition -> add(Style.ITEM, condition.text() + under(condition.provision())));
        add(Style.SECTION, words.text("custody"));
        piece.custody().forEach(this::step);
        add(Style.SECTION, words.text("proofs"));
        add(Style.PARAGRAPH, words.text("proofs-text", contents.organisation(), piece.proofs(), exhibit.mark()));
    }

    private void step(CustodyStep step) {
        CustodyStep.Said said = step.said();
        lines.add(new Line(
                Style.PARAGRAPH,
                said.number() + ".",
                words.text("what." + said.what()) + under(said.under()) + ", "
                        + (said.by().equals(CLOCK) ? words.text("the-node") : said.by()) + ", "
                        + words.moment(said.moment()),
                words.language().code(),
                List.of()));
        String facts = said.facts().entrySet().stream()
                .filter(fact -> !fact.getValue().isEmpty())
                .map(this::fact)
                .collect(Collectors.joining("; "));
        if (!facts.isEmpty()) {
            add(Style.ITEM, facts);
        }
    }

    private String fact(Map.Entry<String, String> fact) {
        return words.text("fact." + fact.getKey()) + ": " + fact.getValue();
    }

    private String under(String provision) {
        return provision.isEmpty() ? "" : " (" + words.text("under", provision) + ")";
    }

    private void said(String key, String value) {
        add(Style.PARAGRAPH, words.text(key) + ": " + value);
    }

    private void add(Style style, String text) {
        if (!text.isEmpty()) {
            lines.add(new Line(style, "", text, words.language().code(), List.of()));
        }
    }
}
