package org.comity.node.console;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every command, and how what was typed finds its one. */
public final class Commands {

    private final List<Command> commands;

    /** @param application the Spring application that {@code serve} starts */
    public Commands(Class<?> application) {
        commands = List.of(
                new Serve(application),
                new Rehearse(application),
                new Play(),
                new InitNode(),
                new ShowCard(),
                new AddPeer(),
                new ListPeers(),
                new ExportPacket(),
                new ImportPacket(),
                new SelfTest(),
                new VerifyFile(),
                new VerifyLedger(),
                new ShowHistory(),
                new MirrorGazette(),
                new PutEvidence(),
                new PackEvidence(),
                new Code(),
                new Version());
    }

    List<String> names() {
        return commands.stream().map(Command::name).toList();
    }

    /** Returns the exit status: 0 done, 1 failed, 2 misused. */
    public int run(String... typed) {
        var words = Arrays.asList(typed);
        var command = find(words);
        if (command.isEmpty()) {
            System.err.printf("comity: there is no command \"%s\". Try: ./comity help%n", String.join(" ", words));
            return Command.MISUSED;
        }
        try {
            var rest = words.subList(wordCount(command.get()), words.size());
            if (rest.contains("--help")) {
                System.out.printf("Usage: ./comity %s%n", command.get().usage());
                return Command.DONE;
            }
            return command.get().run(Arguments.of(rest));
        } catch (Misuse misuse) {
            System.err.printf(
                    "comity: %s%nUsage: ./comity %s%n",
                    misuse.getMessage(), command.get().usage());
            return Command.MISUSED;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Command.FAILED;
        } catch (Exception failed) {
            System.err.printf("comity: %s%n", failed.getMessage() == null ? failed : failed.getMessage());
            if (System.getenv("COMITY_DEBUG") != null) {
                failed.printStackTrace();
            }
            return Command.FAILED;
        }
    }

    /** The longest name wins, so {@code node} may stand beside {@code node init}. */
    private Optional<Command> find(List<String> words) {
        return commands.stream()
                .filter(command -> String.join(" ", words).concat(" ").startsWith(command.name() + " "))
                .max(Comparator.comparingInt(Commands::wordCount));
    }

    private static int wordCount(Command command) {
        return command.name().split(" ").length;
    }
}
