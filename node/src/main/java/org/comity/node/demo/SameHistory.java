package org.comity.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.comity.node.demo.NodeProcess.Checked;

/** Each side proves from its own journal what it holds of the conversation, and whoever has both files sees that they agree. */
final class SameHistory {

    private static final String PORTUGAL = "PT-contact-point";
    private static final String BRAZIL = "BR-contact-point";

    /** Each side cosigns the other's journal a moment after the last message. */
    private static final Duration COSIGNED_WITHIN = Duration.ofSeconds(60);

    private final Telling telling;
    private final Desk portugal;
    private final Desk brazil;
    private final Path kept;

    /** @param kept folder in which both histories are left */
    SameHistory(Telling telling, Desk portugal, Desk brazil, Path kept) {
        this.telling = telling;
        this.portugal = portugal;
        this.brazil = brazil;
        this.kept = kept;
    }

    void live(String conversation) {
        telling.step("history", () -> {
            Path ours = kept.resolve("history-portugal.json");
            Path theirs = kept.resolve("history-brazil.json");
            Checked checked = agreed(conversation, ours, theirs);
            List<String> same = checked.said()
                    .lines()
                    .filter(line -> line.startsWith("holds  Message"))
                    .map(line -> line.substring("holds  ".length()))
                    .toList();
            Story.require(same.size() > 1, "The journals hold no conversation: " + checked.said());
            var proved = new ArrayList<String>();
            proved.add("the journals of Portugal and Brazil prove the same history, each cosigned by the other");
            proved.addAll(same);
            proved.add("Portugal on Brazil: " + portugal.node().journalOf(BRAZIL));
            proved.add("Brazil on Portugal: " + brazil.node().journalOf(PORTUGAL));
            return proved;
        });
    }

    private Checked agreed(String conversation, Path ours, Path theirs) {
        Instant deadline = Desk.now().plus(COSIGNED_WITHIN);
        while (true) {
            write(ours, portugal.node().history(conversation, BRAZIL));
            write(theirs, brazil.node().history(conversation, PORTUGAL));
            Checked checked = portugal.node().verify(ours, "--against", theirs.toString());
            if (checked.holds()) {
                return checked;
            }
            if (Desk.now().isAfter(deadline)) {
                throw new StoryBroken("The journals do not prove the same history: " + checked.said());
            }
            Desk.pause();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + file + ".", e);
        }
    }
}
