package org.comity.node.console;

import java.nio.file.Path;
import org.comity.node.demo.Demo;
import org.comity.node.demo.Size;

/** Three nodes live through the main job. */
class Play implements Command {

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String usage() {
        return "demo [--once] [--json] [--home FOLDER] [--keep FOLDER] [--exhibit-size 1G]";
    }

    @Override
    public int run(Arguments typed) throws InterruptedException {
        var arguments = typed.allowing("once", "json", "home", "keep", "exhibit-size");
        var script = Path.of(System.getenv().getOrDefault("COMITY_SCRIPT", "comity"));
        var folder = arguments.option("home").map(Path::of).orElseGet(() -> beside(script));
        var kept = arguments.option("keep").map(Path::of).orElseGet(() -> folder.resolve("kept"));
        var held = new Demo(script, folder.toAbsolutePath(), kept.toAbsolutePath(), size(arguments), System.out)
                .play(arguments.has("once"), arguments.has("json"));
        return held ? DONE : FAILED;
    }

    private static Size size(Arguments arguments) {
        try {
            return arguments.option("exhibit-size").map(Size::of).orElse(Size.GIB);
        } catch (IllegalArgumentException wrong) {
            throw new Misuse(String.valueOf(wrong.getMessage()));
        }
    }

    private static Path beside(Path script) {
        return script.toAbsolutePath().resolveSibling("node/target/demo");
    }
}
