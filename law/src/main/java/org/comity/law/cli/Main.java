package org.comity.law.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.comity.law.LawBase;
import org.comity.law.source.LawDataException;

/** Starts the command line: {@code route} and its options. */
public final class Main {

    private static final int DATA_FAULTY = 1;

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), Clock.systemUTC(), out, err));
    }

    /** Takes the options with or without the word {@code route} before them. */
    static int run(List<String> arguments, Clock clock, PrintStream out, PrintStream err) {
        boolean named = !arguments.isEmpty() && arguments.getFirst().equals("route");
        List<String> options = named ? arguments.subList(1, arguments.size()) : arguments;
        try {
            return new RouteCommand(LawBase.load(), clock).run(options, out, err);
        } catch (LawDataException e) {
            err.println("The data set is faulty: " + e.getMessage());
            return DATA_FAULTY;
        }
    }
}
