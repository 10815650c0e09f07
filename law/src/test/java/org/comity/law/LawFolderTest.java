package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.law.matrix.Suppose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported as a folder is read back as the same law. */
class LawFolderTest {

    private static final LawBase LAW = TreatyFactsTest.LAW;
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");
    private static final StateCode KENYA = new StateCode("KE");

    @TempDir
    Path folder;

    private LawBase readBack(LawBase law) {
        LawFolder.of(law).forEach((name, text) -> {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(LawBase.faults(folder)).isEmpty();
        return LawBase.load(folder);
    }

    private static void assertSame(LawBase one, LawBase other) {
        assertThat(other.version()).isEqualTo(one.version());
        assertThat(other.licence()).isEqualTo(one.licence());
        assertThat(other.states()).isEqualTo(one.states());
        assertThat(other.instruments()).isEqualTo(one.instruments());
        assertThat(other.routes()).isEqualTo(one.routes());
        assertThat(other.replacements()).isEqualTo(one.replacements());
        assertThat(other.offences()).isEqualTo(one.offences());
        for (State state : one.states()) {
            StateCode code = state.code();
            assertThat(other.statusesOf(code)).isEqualTo(one.statusesOf(code));
            assertThat(other.declarationsOf(code)).isEqualTo(one.declarationsOf(code));
            assertThat(other.authoritiesOf(code)).isEqualTo(one.authoritiesOf(code));
            assertThat(other.nationalLaw(code)).isEqualTo(one.nationalLaw(code));
        }
    }

    @Test
    void theShippedDataSet() {
        assertSame(LAW, readBack(LAW));
    }

    @Test
    void oneInWhichSomethingOfEveryKindHasChanged() {
        LawBase changed = LAW.with(Stream.of(
                        Suppose.of(LAW, DAY)
                                .accedes(KENYA, "ets185")
                                .withdraws(new StateCode("DE"), "ets185", "29(4)")
                                .entersIntoForce("cets224")
                                .enacts(KENYA, "ets185:3")
                                .changes(),
                        List.<LawChange>of(new LawChange.Named(new Authority(
                                KENYA,
                                "mla-central",
                                "untoc",
                                "An office, \"so called\"",
                                "other",
                                List.of("en", "sw"),
                                true,
                                Optional.empty(),
                                DAY,
                                Basis.RECALLED,
                                "told on the telephone",
                                "a note, with a comma"))))
                .flatMap(List::stream)
                .toList());

        assertSame(changed, readBack(changed));
    }
}
