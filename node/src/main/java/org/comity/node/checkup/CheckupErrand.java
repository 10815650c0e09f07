package org.comity.node.checkup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.comity.node.settings.ComitySettings;
import org.comity.node.settings.WatchedFolder;
import org.springframework.stereotype.Component;

/**
 * The folder {@code checkup} below a node's home: the command line puts a wish there, which holds {@link #TEXT} or {@link #JSON},
 * and the running node its report.
 */
@Component
public class CheckupErrand extends WatchedFolder {

    /** What a file is called that holds a report; its first line is {@link #WELL} or not. */
    public static final String REPORT = ".report";

    public static final String TEXT = "text";
    public static final String JSON = "json";
    public static final String WELL = "well";
    private static final String FAILED = "failed";

    private final Checkup checkup;

    CheckupErrand(ComitySettings settings, Checkup checkup) {
        super(in(settings.home()));
        this.checkup = checkup;
    }

    public static Path in(Path home) {
        return home.resolve("checkup");
    }

    @Override
    protected void take(Path wish) throws IOException {
        if (!wish.toString().endsWith(WISH)) {
            return;
        }
        var form = Files.readString(wish).strip();
        Files.delete(wish);
        var report = checkup.run();
        var shown = form.equals(JSON)
                ? ReportFormat.json(checkup.node(), report)
                : ReportFormat.text(checkup.node(), report);
        answer(wish.resolveSibling(wish.getFileName() + REPORT), (report.isWell() ? WELL : FAILED) + "\n" + shown);
    }
}
