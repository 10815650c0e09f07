package org.comity.node.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.comity.node.exchange.PacketFolder;

/** Makes a packet of all that waits for a peer, to be carried there by hand. */
class ExportPacket implements Command {

    @Override
    public String name() {
        return "packet export";
    }

    @Override
    public String usage() {
        return "packet export PARTY [--file FILE] [--home FOLDER]";
    }

    @Override
    public int run(Arguments typed) throws IOException, InterruptedException {
        var arguments = typed.allowing("file", "home");
        var party = arguments.word("the peer's party id, such as BR-contact-point");
        var lines = PacketErrand.run(arguments.home(), party.getBytes(StandardCharsets.US_ASCII), PacketFolder.WISH);
        var made = Path.of(lines.getLast());
        var file = arguments.option("file").map(Path::of);
        if (file.isPresent()) {
            Files.move(made, file.get(), StandardCopyOption.REPLACE_EXISTING);
        }
        IO.println("Carry this file to " + party + ": " + file.orElse(made));
        return DONE;
    }
}
