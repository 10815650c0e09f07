package org.comity.node.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFileTests {

    @Test
    void keepsWhatItSaidOfOtherSettings(@TempDir Path home) {
        var file = HomeFile.of(home);
        file.put(Map.of("comity.state", "PT", "comity.organisation", "Ponto de contacto n.º 1: \\o/"));
        file.put(Map.of("comity.state", "BR"));

        assertThat(file.settings())
                .containsEntry("comity.state", "BR")
                .containsEntry("comity.organisation", "Ponto de contacto n.º 1: \\o/");
    }

    @Property(tries = 100)
    void anyNameIsReadBackAsItWasWritten(@ForAll @StringLength(max = 40) String organisation) throws Exception {
        var home = java.nio.file.Files.createTempDirectory("comity-home-file-");
        try {
            var file = HomeFile.of(home);
            file.put(Map.of("comity.organisation", organisation));

            assertThat(file.settings()).containsEntry("comity.organisation", organisation);
        } finally {
            org.springframework.util.FileSystemUtils.deleteRecursively(home);
        }
    }
}
