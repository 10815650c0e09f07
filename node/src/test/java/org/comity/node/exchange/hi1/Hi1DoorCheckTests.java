package org.comity.node.exchange.hi1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.comity.node.checkup.Finding;
import org.comity.node.checkup.Finding.Verdict;
import org.comity.node.directory.SampleNodes;
import org.comity.node.settings.FreePort;
import org.comity.node.time.WallTime;
import org.junit.jupiter.api.Test;

class Hi1DoorCheckTests {

    private static final Clock CLOCK = WallTime.clock();

    @Test
    void aDoorThatIsStoppedIsNamedByItsPort() throws Exception {
        int port = FreePort.any();

        assertThat(look(Optional.of(port)).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(look(Optional.of(port)).said().inEnglish())
                .startsWith("The door at port " + port + " does not open");
        assertThat(look(Optional.of(port)).toDo()).isPresent();
    }

    @Test
    void whoTakesNoHi1HasNothingToMend() throws Exception {
        assertThat(look(Optional.empty()).verdict()).isEqualTo(Verdict.UNSET);
    }

    private static Finding look(Optional<Integer> port) throws Exception {
        var settings = new Hi1Settings(port, "127.0.0.1", 1000, Duration.ofSeconds(2), Duration.ofSeconds(2));
        return new Hi1DoorCheck(SampleNodes.contactPoint("PT-contact-point", 1, CLOCK), settings)
                .look()
                .getFirst();
    }
}
