package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.comity.law.source.LawDataException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data set with a fault is refused, and the fault is found by file and line. */
class LawDataTest {

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheShippedDataSet() throws IOException, URISyntaxException {
        Path shipped = Path.of(LawBase.class.getResource("data").toURI());
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Replaces text in the first line that holds it, and answers with the number of that line. */
    private int change(String file, String old, String changed) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(file)));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(old)) {
                lines.set(i, lines.get(i).replace(old, changed));
                Files.write(folder.resolve(file), lines);
                return i + 1;
            }
        }
        throw new AssertionError("“" + old + "” does not stand in " + file);
    }

    private int repeat(String file, String start) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(file)));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                lines.add(i + 1, lines.get(i));
                Files.write(folder.resolve(file), lines);
                return i + 2;
            }
        }
        throw new AssertionError("no line of " + file + " starts with “" + start + "”");
    }

    private void assertRefused(String file, int line, String fault) {
        assertThatThrownBy(() -> LawBase.load(folder).check())
                .isInstanceOf(LawDataException.class)
                .hasMessageStartingWith(file + ":" + line + ": ")
                .hasMessageContaining(fault);
    }

    @Test
    void aDataSetInAFolderIsReadLikeTheShippedOne() {
        LawBase.load(folder).check();
    }

    @Test
    void aStatusOfAnUnknownState() throws IOException {
        int line = change("status.csv", "ets185,BR,", "ets185,ZZ,");
        assertRefused("status.csv", line, "there is no State “ZZ”");
    }

    @Test
    void aStatusUnderAnUnknownInstrument() throws IOException {
        int line = change("status.csv", "ets185,BR,", "ets186,BR,");
        assertRefused("status.csv", line, "there is no instrument “ets186”");
    }

    @Test
    void aStatusThatStandsTwice() throws IOException {
        int line = repeat("status.csv", "ets185,BR,");
        assertRefused("status.csv", line, "ets185 and BR stands twice");
    }

    @Test
    void aDateThatIsNone() throws IOException {
        int line = change("status.csv", "2023-03-01", "2023-02-30");
        assertRefused("status.csv", line, "“2023-02-30” is not a date");
    }

    @Test
    void aRatificationBeforeTheSignature() throws IOException {
        int line = change("status.csv", "ets185,PT,ratification,2001-11-23", "ets185,PT,ratification,2011-11-23");
        assertRefused("status.csv", line, "the ratification (2010-03-24) lies before the signature (2011-11-23)");
    }

    @Test
    void anEntryIntoForceBeforeTheRatification() throws IOException {
        int line = change("status.csv", "2023-03-01", "2022-03-01");
        assertRefused("status.csv", line, "the entry into force (2022-03-01) lies before the ratification");
    }

    @Test
    void anUnknownWayOfConsent() throws IOException {
        int line = change("status.csv", "ets185,BR,accession", "ets185,BR,handshake");
        assertRefused("status.csv", line, "unknown method “handshake”; known are ratification, accession");
    }

    @Test
    void anUnknownBasis() throws IOException {
        int line = change("authorities.csv", ",verified,", ",guessed,");
        assertRefused("authorities.csv", line, "unknown basis “guessed”");
    }

    @Test
    void anUnknownEffectOfADeclaration() throws IOException {
        int line = change("declarations.csv", "ART4_SERIOUS_HARM", "ART4_SOME_HARM");
        assertRefused("declarations.csv", line, "unknown effect code “ART4_SOME_HARM”");
    }

    @Test
    void aDeclarationThatEndsBeforeItBegins() throws IOException {
        int line = change("declarations.csv", "2013-12-01,2019-07-05", "2013-12-01,2009-07-05");
        assertRefused("declarations.csv", line, "the end (2009-07-05) lies before the beginning");
    }

    @Test
    void anUnknownFunctionOfAnAuthority() throws IOException {
        int line = change("authorities.csv", "PT,24-7-contact", "PT,night-watch");
        assertRefused("authorities.csv", line, "unknown function “night-watch”");
    }

    @Test
    void aRowWithTooFewFields() throws IOException {
        int line = change("authorities.csv", "PT,24-7-contact,ets185", "PT,24-7-contact");
        assertRefused("authorities.csv", line, "the row has 11 fields, the header 12");
    }

    @Test
    void aStateCodeThatIsNone() throws IOException {
        int line = change("states.csv", "PT,PRT", "P1,PRT");
        assertRefused("states.csv", line, "“P1” is not a State code");
    }

    @Test
    void anUnknownMeasureOfAProvision() throws IOException {
        int line = change("instruments/ets185.yaml", "measure: preserve", "measure: reserve");
        assertRefused("instruments/ets185.yaml", line, "unknown measure “reserve”");
    }

    @Test
    void aProvisionThatBorrowsFromNone() throws IOException {
        int line = change("instruments/ets30.yaml", "refusal_grounds_of: [ets30:2]", "refusal_grounds_of: [ets30:99]");
        assertRefused("instruments/ets30.yaml", line, "there is no provision “ets30:99”");
    }

    @Test
    void aConditionThatCitesNoProvision() throws IOException {
        int line = change("instruments/ets185.yaml", "provision: ets185:23", "provision: ets185:230");
        assertRefused("instruments/ets185.yaml", line, "there is no provision “ets185:230”");
    }

    @Test
    void aProvisionThatStandsTwice() throws IOException {
        int line = change("instruments/ets185.yaml", "- id: ets185:3", "- id: ets185:2");
        assertRefused("instruments/ets185.yaml", line, "the provision “ets185:2” stands twice");
    }

    @Test
    void aKeyThatStandsTwice() throws IOException {
        int line = repeat("instruments/ets185.yaml", "    article: ");
        assertRefused("instruments/ets185.yaml", line, "the key “article” stands twice");
    }

    @Test
    void aKeyThatIsMisspelt() throws IOException {
        int line = change("instruments/ets185.yaml", "    deadlines:", "    deadlinse:");
        assertThatThrownBy(() -> LawBase.load(folder))
                .isInstanceOf(LawDataException.class)
                .hasMessage("instruments/ets185.yaml:" + (line + 1) + ": unknown key “deadlinse”");
    }

    @Test
    void aSourceThatIsNotListed() throws IOException {
        int line = change("instruments/ets185.yaml", "sources: [nl-bwb-ets185]", "sources: [hearsay]");
        assertRefused("instruments/ets185.yaml", line, "there is no source “hearsay”");
    }

    @Test
    void aRowWhoseSourceIsNeitherAnAddressNorListed() throws IOException {
        int line = change("states.csv", ",un-names,", ",hearsay,");
        assertRefused("states.csv", line, "there is no source “hearsay”");
    }

    @Test
    void aChannelThatIsRankedTwice() throws IOException {
        change("vocabulary.yaml", "  interpol:", "  police:");
        assertThatThrownBy(() -> LawBase.load(folder))
                .isInstanceOf(LawDataException.class)
                .hasMessageContaining("the key “police” stands twice");
    }

    @Test
    void aLengthOfTimeThatIsNone() throws IOException {
        int line = change("instruments/ets185.yaml", "duration: P60D", "duration: 60 days");
        assertRefused("instruments/ets185.yaml", line, "“60 days” is not a length of time");
    }

    @Test
    void aFileThatIsNotYaml() throws IOException {
        int line = change("instruments/ets185.yaml", "id: ets185", "id: [ets185");
        assertThatThrownBy(() -> LawBase.load(folder))
                .isInstanceOf(LawDataException.class)
                .hasMessageStartingWith("instruments/ets185.yaml:")
                .hasMessageContaining("not readable as YAML");
    }

    @Test
    void anInstrumentWithoutItsFile() throws IOException {
        Files.delete(folder.resolve("instruments/malabo.yaml"));
        assertRefused("instruments/malabo.yaml", 1, "the file is missing");
    }

    @Test
    void nationalLawSetAgainstNoProvision() throws IOException {
        int line = change("national/pt.yaml", "maps_to: ets185:3", "maps_to: ets185:333");
        assertRefused("national/pt.yaml", line, "there is no provision “ets185:333”");
    }

    @Test
    void nationalLawOfAnActThatIsNotNamed() throws IOException {
        int line = change("national/pt.yaml", "act: l109", "act: l110");
        assertRefused("national/pt.yaml", line, "there is no act in this file named “l110”");
    }

    @Test
    void everyFaultIsToldNotOnlyTheFirst() throws IOException {
        int state = change("status.csv", "ets185,BR,", "ets185,ZZ,");
        int date = change("status.csv", "2023-08-18", "2023-08-32");
        int offence = change("national/pt.yaml", "maps_to: ets185:3", "maps_to: ets185:333");
        int act = change("national/de.yaml", "act: stgb", "act: stbg");
        int kind = change("instruments/malabo.yaml", "kind: offence", "kind: offense");
        int length = change("instruments/ets185.yaml", "duration: P60D", "duration: 60 days");

        assertThat(LawBase.faults(folder))
                .extracting(fault -> fault.file() + ":" + fault.line())
                .containsExactlyInAnyOrder(
                        "status.csv:" + state,
                        "status.csv:" + date,
                        "national/pt.yaml:" + offence,
                        "national/de.yaml:" + act,
                        "instruments/malabo.yaml:" + kind,
                        "instruments/ets185.yaml:" + length);
    }

    @Test
    void aSoundDataSetHasNoFault() {
        assertThat(LawBase.faults(folder)).isEmpty();
    }
}
