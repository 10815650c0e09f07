package org.comity.node.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.comity.node.ProductScript;
import org.comity.node.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product at once: nodes as processes, each with its own database, over AS4 and HI-1 and by hand, by their pages. */
class DemoTests {

    @Test
    void theNodesLiveThroughTheirStory(@TempDir Path folder) throws Exception {
        var told = new ByteArrayOutputStream();

        boolean held = new Demo(
                        ProductScript.in(folder),
                        TestPostgres.temporaryFolder("comity-demo-").resolve("nodes"),
                        folder.resolve("kept"),
                        Size.of("32M"),
                        new PrintStream(told, true, UTF_8))
                .play(true, true);

        String text = told.toString(UTF_8);
        assertThat(held).as(text).isTrue();
        JsonNode summary = JsonMapper.shared().readTree(text.lines().toList().getLast());
        assertThat(summary.get("ok").asBoolean()).isTrue();
        assertThat(summary.get("steps")
                        .valueStream()
                        .map(step -> step.get("step").asString()))
                .containsExactly(
                        "start",
                        "emergency",
                        "call-back",
                        "regularise",
                        "plan",
                        "draft",
                        "approve",
                        "send",
                        "acknowledge",
                        "accept",
                        "preserve",
                        "extend",
                        "refuse",
                        "follow-up",
                        "hand-over",
                        "court",
                        "history",
                        "publish",
                        "follow",
                        "need",
                        "assistance",
                        "recommend",
                        "enact",
                        "loop",
                        "entered",
                        "place",
                        "ask-both",
                        "mail",
                        "stand-down",
                        "order",
                        "answer",
                        "keep-first",
                        "take-down",
                        "packet",
                        "lapse");
    }
}
