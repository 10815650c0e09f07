package org.comity.law.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.comity.law.LawBase;
import org.comity.law.StateCode;
import org.comity.law.Status;
import org.comity.law.refresh.Difference.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Newer and better attested facts come in, our own stay, and every difference is told once. */
class RefreshTest {

    private static final LocalDate LATER = LocalDate.parse("2027-02-01");
    private static final String STATUS_HEADER =
            "instrument,state,method,signature,ratification,entry_into_force,source,as_of,basis,verified_fields,note";

    @TempDir
    Path data;

    @TempDir
    Path incoming;

    @BeforeEach
    void copyTheShippedDataSet() throws IOException, URISyntaxException {
        Path shipped = Path.of(LawBase.class.getResource("data").toURI());
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = data.resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private Refresh refresh() {
        return Refresh.of(List.of(incoming), data, LATER);
    }

    private void comesIn(String file, String text) throws IOException {
        Path path = incoming.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** A table as it stands in the data set, with one column left out and one text replaced. */
    private void statusComesIn(String old, String changed) throws IOException {
        String ours = Files.readString(data.resolve("status.csv"));
        assertThat(ours).contains(old);
        comesIn("status.csv", ours.replace(old, changed).replace("\n", "\r\n"));
    }

    private String statusLine(String start) throws IOException {
        return Files.readAllLines(data.resolve("status.csv")).stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private void nationalLawComesIn(String state, String old, String changed) throws IOException {
        String ours = Files.readString(data.resolve("national/" + state + ".yaml"));
        assertThat(ours).contains(old);
        comesIn("law/" + state + ".yaml", ours.replace(old, changed));
    }

    @Test
    void theSameFactsChangeNothing() throws IOException {
        statusComesIn("", "");
        nationalLawComesIn("fr", "", "");
        assertThat(refresh().faults()).isEmpty();
        assertThat(refresh().differences()).isEmpty();
        assertThat(refresh().changedFiles()).isEmpty();
    }

    @Test
    void aNewTieIsAddedAndUsed() throws IOException {
        String line = statusLine("ets185,KE,");
        statusComesIn(
                line,
                "ets185,KE,accession,,2026-12-10,2027-04-01,,https://www.coe.int/chart,2026-12-31,verified,party,");
        Refresh refresh = refresh();
        assertThat(refresh.differences())
                .contains(
                        new Difference(Kind.CHANGED, "status.csv", "ets185 KE", "entry_into_force", "", "2027-04-01"));
        refresh.write();
        LawBase law = LawBase.load(data);
        assertThat(law.boundOn(StateCode.of("KE"), "ets185", LocalDate.parse("2027-04-01")))
                .isTrue();
        assertThat(law.version()).isEqualTo("2027.02");
        assertThat(law.asOf()).isEqualTo(LATER);
        assertThat(refresh().differences()).isEmpty();
    }

    @Test
    void anOlderFactIsKeptOutAndToldOnce() throws IOException {
        String line = statusLine("ets185,BR,");
        statusComesIn(
                line,
                line.replaceFirst(",20\\d\\d-\\d\\d-\\d\\d,verified", ",2001-01-01,verified")
                        .replace("ets185,BR,accession", "ets185,BR,ratification"));
        Refresh refresh = refresh();
        assertThat(refresh.differences())
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.kind()).isEqualTo(Kind.KEPT));
        refresh.write();
        assertThat(refresh.changedFiles()).containsExactly(Kept.FILE);
        assertThat(LawBase.load(data)
                        .status(StateCode.of("BR"), "ets185")
                        .orElseThrow()
                        .method())
                .isEqualTo(Status.Method.ACCESSION);
        assertThat(refresh().differences()).isEmpty();
    }

    @Test
    void aFactReadInASourceReplacesOneThatWasRecalledButNotTheOtherWayRound() throws IOException {
        String recalled = statusLine("ets185,NG,").replace(",verified,", ",recalled,");
        Files.writeString(
                data.resolve("status.csv"),
                Files.readString(data.resolve("status.csv")).replace(statusLine("ets185,NG,"), recalled));
        statusComesIn(recalled, recalled.replace(",recalled,", ",verified,"));
        assertThat(refresh().differences())
                .containsExactly(
                        new Difference(Kind.CHANGED, "status.csv", "ets185 NG", "basis", "recalled", "verified"));

        refresh().write();
        statusComesIn(
                statusLine("ets185,NG,"),
                recalled.replaceFirst(",20\\d\\d-\\d\\d-\\d\\d,recalled", ",2026-12-31,recalled"));
        assertThat(refresh().differences())
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.kind()).isEqualTo(Kind.KEPT));
    }

    @Test
    void aRowThatIsGoneGoesUnlessItIsOurOwn() throws IOException {
        String stranger = statusLine("ets185,BR,") + "\n";
        String own = statusLine("eu2014-41,GB,") + "\n";
        statusComesIn(stranger, "");
        comesIn("status.csv", Files.readString(incoming.resolve("status.csv")).replace(own.replace("\n", "\r\n"), ""));
        Refresh refresh = refresh();
        assertThat(refresh.differences())
                .extracting(Difference::kind, Difference::fact)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.REMOVED, "ets185 BR"));
        refresh.write();
        assertThat(Files.readString(data.resolve("status.csv"))).contains(own).doesNotContain(stranger);
    }

    @Test
    void aColumnThatOnlyTheDataSetHasStays() throws IOException {
        String old = statusLine("eu2014-41,GB,");
        assertThat(old).contains("2020-12-31");
        comesIn(
                "status.csv",
                STATUS_HEADER
                        + "\neu2014-41,GB,eu-law,,,2017-07-31,https://eur-lex.europa.eu/eli,2026-12-31,verified,,\n");
        List<Difference> gb = refresh().differences().stream()
                .filter(d -> d.fact().equals("eu2014-41 GB"))
                .toList();
        assertThat(gb).extracting(Difference::field).contains("source").doesNotContain("bound_until");
    }

    @Test
    void nationalLawIsRefreshedProvisionByProvision() throws IOException {
        String provision = """
                  - maps_to: x:spam
                    act: stgb
                    article: "999"
                    heading: Unsolicited messages
                    summary: Sending messages that nobody asked for.
                    elements: {requires_intent: true, requires_harm: null}
                    penalty_max_months: 6
                    coverage: full
                    source: https://www.gesetze-im-internet.de/stgb/
                    basis: verified
                provisions_end""";
        nationalLawComesIn("de", "", "");
        String text = Files.readString(incoming.resolve("law/de.yaml"));
        int end = Math.max(text.indexOf("\ngaps:"), 0) > 0 ? text.indexOf("\ngaps:") : text.indexOf("\nnotes:");
        text = text.substring(0, end + 1) + provision.replace("provisions_end", "") + text.substring(end + 1);
        comesIn(
                "law/de.yaml",
                text.replace("as_of: \"2024-12\"", "as_of: \"2027-01\"")
                        .replace("heading: Data espionage", "heading: Spying"));
        Refresh refresh = refresh();
        assertThat(refresh.faults()).isEmpty();
        assertThat(refresh.differences())
                .contains(new Difference(
                        Kind.CHANGED, "national/de.yaml", "ets185:2 stgb 202a", "heading", "Data espionage", "Spying"))
                .anySatisfy(d -> assertThat(d)
                        .returns(Kind.ADDED, Difference::kind)
                        .returns("x:spam stgb 999", Difference::fact));
        refresh.write();
        assertThat(LawBase.load(data)
                        .nationalLaw(StateCode.of("DE"))
                        .orElseThrow()
                        .on("x:spam", LATER))
                .hasSize(1);
        assertThat(refresh().differences()).isEmpty();
    }

    @Test
    void anInstrumentTakesNewTextsAndKeepsItsRouteRules() throws IOException {
        comesIn("instruments.yaml", """
                text_copies:
                  new-copy: "a copy that was read in 2027"
                instruments:
                - id: cis2018
                  title: A better title
                  basis: verified
                  provisions:
                  - {id: cis2018:3, kind: offence, article: "3", subject: offences in their own words, measure: criminalise, verified_from: new-copy}
                  - {id: cis2018:5, basis: verified, verified_from: new-copy, article: "5", kind: cooperation, subject: requests in better words, data_categories: [any], measure: mla-general, channel: central-authority}
                """);
        Refresh refresh = refresh();
        assertThat(refresh.faults()).isEmpty();
        assertThat(refresh.differences())
                .contains(new Difference(
                        Kind.CHANGED, "sources.yaml", "sources", "new-copy", "", "a copy that was read in 2027"))
                .anySatisfy(d -> assertThat(d)
                        .returns(Kind.CHANGED, Difference::kind)
                        .returns("cis2018:5", Difference::fact)
                        .returns("subject", Difference::field));
        refresh.write();
        LawBase law = LawBase.load(data);
        assertThat(law.instrument("cis2018").orElseThrow().title()).isEqualTo("A better title");
        assertThat(law.instrument("cis2018").orElseThrow().shortTitle()).isNotEqualTo("A better title");
        assertThat(law.provision("cis2018:5").orElseThrow().asOf()).isEqualTo(LATER);
        assertThat(Files.readString(data.resolve("instruments/cis2018.yaml")))
                .contains("route:")
                .contains("replaces:");
        assertThat(refresh().differences()).isEmpty();
    }

    @Test
    void everyFaultIsNamedByFileAndLineAndNothingIsWritten() throws IOException {
        comesIn(
                "status.csv",
                STATUS_HEADER
                        + "\nets185,ZZ,accession,,,,https://x.org,2026-01-01,verified,,"
                        + "\nets186,PT,accession,,,,https://x.org,2026-01-01,verified,,"
                        + "\nets185,PT,accession,2026-02-30,,,https://x.org,2026-01-01,verified,,"
                        + "\nets185,BR,handshake,,,,https://x.org,2026-01-01,verified,,\n");
        nationalLawComesIn("pt", "maps_to: ets185:3", "maps_to: ets185:333");
        comesIn(
                "instruments.yaml",
                "instruments:\n- id: cis2018\n  title: T\n  basis: guessed\n  opened: someday\n  provisions: []\n");
        Refresh refresh = refresh();
        assertThat(refresh.faults())
                .extracting(Throwable::getMessage)
                .anyMatch(m -> m.startsWith("status.csv:2: there is no State “ZZ”"))
                .anyMatch(m -> m.startsWith("status.csv:3: there is no instrument “ets186”"))
                .anyMatch(m -> m.startsWith("status.csv:4: “2026-02-30” is not a date"))
                .anyMatch(m -> m.startsWith("status.csv:5: unknown method “handshake”"))
                .anyMatch(m -> m.startsWith("law/pt.yaml:") && m.contains("ets185:333"))
                .anyMatch(m -> m.startsWith("instruments.yaml:4: unknown basis"))
                .anyMatch(m -> m.startsWith("instruments.yaml:5: “someday” is not a date"));
        assertThatThrownBy(refresh::write).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aResultThatWouldBeNoSoundDataSetIsRefused() throws IOException {
        comesIn("instruments.yaml", "instruments:\n- id: ets30\n  title: T\n  basis: verified\n  provisions: []\n");
        assertThat(refresh().faults()).isNotEmpty();
    }

    @Test
    void commentsStayBeforeTheLineTheyStoodBefore() {
        assertThat(Comments.carried(
                        "# head\na: 1\nl:\n  - x: 1\n    # why\n    y: 2\n", "a: 3\nb: 1\nl:\n  - x: 1\n    y: 2\n"))
                .isEqualTo("a: 3\nb: 1\nl:\n  - x: 1\n    # why\n    y: 2\n");
    }
}
