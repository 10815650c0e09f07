package org.comity.node.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.comity.node.Comity;
import org.junit.jupiter.api.Test;

class CommandsTests {

    final Commands commands = new Commands(Comity.class);

    @Test
    void whatIsNoCommandIsMisuse() {
        assertThat(commands.run("dance")).isEqualTo(Command.MISUSED);
        assertThat(commands.run("versions")).isEqualTo(Command.MISUSED);
        assertThat(commands.run()).isEqualTo(Command.MISUSED);
    }

    @Test
    void whatACommandDoesNotUnderstandIsMisuse() {
        assertThat(commands.run("code")).isEqualTo(Command.MISUSED);
        assertThat(commands.run("code", "not a secret!")).isEqualTo(Command.MISUSED);
        assertThat(commands.run("serve", "now")).isEqualTo(Command.MISUSED);
    }

    @Test
    void aCommandThatWorkedSaysSo() {
        assertThat(commands.run("version")).isEqualTo(Command.DONE);
    }

    @Test
    void everyCommandTellsItsUsage() {
        assertThat(commands.names()).allSatisfy(name -> {
            var words = new ArrayList<>(List.of(name.split(" ")));
            words.add("--help");
            assertThat(commands.run(words.toArray(String[]::new))).as(name).isEqualTo(Command.DONE);
        });
    }

    @Test
    void argumentsAreOptionsFlagsAndWords() {
        var arguments = Arguments.of(List.of("peer.card", "--home", "/srv/comity", "--state=PT", "--json"));

        assertThat(arguments.words()).containsExactly("peer.card");
        assertThat(arguments.home()).isEqualTo(Path.of("/srv/comity"));
        assertThat(arguments.required("state")).isEqualTo("PT");
        assertThat(arguments.has("json")).isTrue();
        assertThatThrownBy(() -> arguments.required("organisation")).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> arguments.allowing("home", "json"))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("--state");
    }
}
