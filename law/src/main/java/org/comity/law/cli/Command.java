package org.comity.law.cli;

import java.io.PrintStream;
import java.util.List;

/** One word of the command line and what follows it. */
interface Command {

    int ANSWERED = 0;
    /** The data set is faulty, or what was asked could not be done. */
    int FAILED = 1;

    int NOT_UNDERSTOOD = 2;

    /** Answers on {@code out}; complaints go to {@code err}. Returns the exit status. */
    int run(List<String> arguments, PrintStream out, PrintStream err);
}
