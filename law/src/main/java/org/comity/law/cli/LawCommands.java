package org.comity.law.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code law check}, {@code law show} and the other commands about the data set itself. */
final class LawCommands implements Command {

    private final Map<String, Command> commands = new LinkedHashMap<>();

    LawCommands(Clock clock) {
        commands.put("check", new CheckCommand());
        commands.put("export", new ExportCommand());
        commands.put("show", new ShowCommand(clock));
        commands.put("compare", new CompareCommand(clock));
        commands.put("gaps", new GapsCommand(clock));
        commands.put("across", new AcrossCommand(clock));
        commands.put("refresh", new RefreshCommand(clock));
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (Typed.asksForHelp(arguments)) {
            out.print(HELP);
            return ANSWERED;
        }
        if (arguments.isEmpty() || arguments.getFirst().startsWith("-")) {
            throw new NotUnderstoodException(
                    "Say what is wanted of the law: " + String.join(", ", commands.keySet()) + ".");
        }
        Command command = commands.get(arguments.getFirst());
        if (command == null) {
            throw new NotUnderstoodException("There is no command “law " + arguments.getFirst() + "”; valid are law "
                    + String.join(", law ", commands.keySet()) + ".");
        }
        return command.run(arguments.subList(1, arguments.size()), out, err);
    }

    private static final String HELP = """
            Checks, exports, shows, compares and refreshes the open data set of law.

              law check [--data FOLDER]         reads all of it and counts it; every fault is named by file and line
              law export [--format csv|json|yaml|folder] [--to FOLDER]
                                                the whole of it, with its licence and version; a folder can be
                                                read back with --data
              law show STATE                    everything that is known of a State
              law compare STATE STATE [STATE] [--instrument ets185]
                                                two or three laws side by side, with their differences
              law gaps STATE INSTRUMENT         what the law of the State still lacks
              law across PROVISION              how the laws of all States cover it, with their citations
              law refresh --from FOLDER [--dry-run] [--as-of DATE] [--data FOLDER]
                                                takes newer facts from tables and files, and prints each difference

              --on DATE   the day of the question, year-month-day; today if left out (show, compare, gaps, across)
              --json, --csv   for programs and tables instead of text

            A State is named by two letters, three letters or its English name.
            Exit status: 0 answered, 1 the data set is faulty, 2 the question was not understood.
            """;
}
