package org.comity.node.console;

import java.nio.file.Path;
import org.comity.node.demo.Demo;

/** Three nodes live through the main job. */
class Play implements Command {

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String usage() {
        return "demo [--once] [--json] [--home FOLDER] [--keep FOLDER]";
    }

    @Override
    public int run(Arguments typed) throws InterruptedException {
        var arguments = typed.allowing("once", "json", "home", "keep");
        var script = Path.of(System.getenv().getOrDefault("COMITY_SCRIPT", "comity"));
        var folder = arguments.option("home").map(Path::of).orElseGet(() -> beside(script));
        var kept = arguments.option("keep").map(Path::of).orElseGet(() -> folder.resolve("kept"));
        var held = new Demo(script, folder.toAbsolutePath(), kept.toAbsolutePath(), System.out)
                .play(arguments.has("once"), arguments.has("json"));
        return held ? DONE : FAILED;
    }

    private static Path beside(Path script) {
        return script.toAbsolutePath().resolveSibling("node/target/demo");
    }
}
