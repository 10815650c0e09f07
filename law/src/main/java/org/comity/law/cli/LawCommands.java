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
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.isEmpty() || arguments.getFirst().startsWith("-")) {
            if (Typed.asksForHelp(arguments)) {
                out.print(HELP);
                return ANSWERED;
            }
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

    static final String HELP = """
            Checks, shows, compares and refreshes the open data set of law.
            """;
}
