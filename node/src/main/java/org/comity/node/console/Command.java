package org.comity.node.console;

/**
 * One word, or a few, after {@code ./comity}. To add one: implement this beside {@link Serve}, list it in {@link Commands},
 * and give it a line in the help text of the script.
 */
interface Command {

    int DONE = 0;
    int FAILED = 1;
    int MISUSED = 2;

    /** As it is typed: {@code serve}, {@code node peer add}. */
    String name();

    /** The line that a person sees who used it wrongly: {@code node peer add FILE [--home FOLDER]}. */
    String usage();

    /**
     * Returns the exit status. May throw {@link Misuse} for wrong arguments; any other exception's message is shown to the
     * person and ends in {@link #FAILED}.
     */
    int run(Arguments arguments) throws Exception;
}
