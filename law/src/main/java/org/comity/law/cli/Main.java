package org.comity.law.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.law.LawBase;
import org.comity.law.source.LawDataException;

/** Starts the command line: its first word says which command. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), Clock.systemUTC(), out, err));
    }

    /** Every command by its word. The data set is read by the command, not before it is known what is asked. */
    private static Map<String, Command> commands(Clock clock) {
        Map<String, Command> commands = new LinkedHashMap<>();
        commands.put("route", (typed, out, err) -> new RouteCommand(LawBase.load(), clock).run(typed, out, err));
        commands.put("law", new LawCommands(clock));
        commands.put("matrix", new MatrixCommand(clock));
        commands.put("whatif", new WhatIfCommand(clock));
        return commands;
    }

    static int run(List<String> arguments, Clock clock, PrintStream out, PrintStream err) {
        Map<String, Command> commands = commands(clock);
        String word = arguments.isEmpty() ? "" : arguments.getFirst();
        Command command = commands.get(word);
        if (command == null) {
            err.println("There is no command “" + word + "”; valid are " + String.join(", ", commands.keySet()) + ".");
            return Command.NOT_UNDERSTOOD;
        }
        try {
            return command.run(arguments.subList(1, arguments.size()), out, err);
        } catch (NotUnderstoodException e) {
            err.println(e.getMessage());
            err.println("“" + word + " --help” lists what can be asked.");
            return Command.NOT_UNDERSTOOD;
        } catch (LawDataException e) {
            err.println("The data set is faulty: " + e.getMessage());
            return Command.FAILED;
        }
    }
}
