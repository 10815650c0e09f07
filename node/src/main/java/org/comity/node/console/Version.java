package org.comity.node.console;

/** Says which Comity this is, and on which Java it runs. */
class Version implements Command {

    @Override
    public String name() {
        return "version";
    }

    @Override
    public String usage() {
        return "version";
    }

    @Override
    public int run(Arguments arguments) {
        var version = Version.class.getPackage().getImplementationVersion();
        IO.println("Comity %s, Java %s".formatted(version == null ? "(unpacked classes)" : version, Runtime.version()));
        return DONE;
    }
}
