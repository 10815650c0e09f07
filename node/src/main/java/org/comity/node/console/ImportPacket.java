package org.comity.node.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes in a packet that was brought, by the running node and with all its checks. */
class ImportPacket implements Command {

    @Override
    public String name() {
        return "packet import";
    }

    @Override
    public String usage() {
        return "packet import FILE [--home FOLDER]";
    }

    @Override
    public int run(Arguments typed) throws IOException, InterruptedException {
        var arguments = typed.allowing("home");
        var file = Path.of(arguments.word("the packet that was brought"));
        if (!Files.isReadable(file)) {
            throw new Misuse("There is no file %s to read.".formatted(file));
        }
        var lines = PacketErrand.run(arguments.home(), Files.readAllBytes(file), ".comity-packet");
        lines.forEach(IO::println);
        if (lines.getLast().endsWith(".comity-packet")) {
            IO.println("Carry that file back: it holds the receipts.");
        }
        return DONE;
    }
}
