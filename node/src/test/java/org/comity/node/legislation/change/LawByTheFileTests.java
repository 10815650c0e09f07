package org.comity.node.legislation.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.comity.law.ChangeForm;
import org.comity.law.LawFile;
import org.comity.law.StateCode;
import org.comity.law.source.Fault;
import org.comity.node.NodeTest;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.change.ExportingLaw.Format;
import org.comity.node.legislation.change.RowDifference.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts of law go out and come in by the file. */
@NodeTest(properties = "comity.test.room=changes")
class LawByTheFileTests {

    private static final String STATUS =
            "instrument,state,method,signature,ratification,entry_into_force,bound_until,source,as_of,basis,note\n";

    @Autowired
    ImportingFile importing;

    @Autowired
    ExportingLaw exporting;

    @Autowired
    ReviewingChange reviewing;

    @Autowired
    ProposingChange proposing;

    @Autowired
    CurrentLaw law;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"status", "declarations", "authorities", "provisions"})
    void whatGoesOutAsATableComesInWithoutADifference(String table) {
        ChangeForm form = ExportingLaw.form(table).orElseThrow();

        DryRun run = check(table + ".csv", exporting.table(form, ""));

        assertThat(run.faults()).isEmpty();
        assertThat(run.rows()).isEmpty();
        assertThat(run.left()).isEmpty();
        assertThat(run.count(Sort.UNCHANGED)).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"YAML", "JSON"})
    void whatGoesOutAsAWholeComesInWithoutADifference(Format format) {
        DryRun run = check("law." + format.name().toLowerCase(), exporting.whole(format, ""));

        assertThat(run.faults()).isEmpty();
        assertThat(run.rows()).isEmpty();
        assertThat(run.count(Sort.UNCHANGED)).isGreaterThan(2000);
    }

    @Test
    void theLawOfAStateInTheDataSetsOwnFormComesIn() {
        DryRun run = check("zz.yaml", """
                state: NA
                as_of: "2026-10"
                coverage: partial
                acts:
                  - id: cyber-act
                    title: Cybercrime Act
                    enacted: 2026
                provisions:
                  - maps_to: ets185:2
                    act: cyber-act
                    article: "4"
                    heading: Access
                    summary: Access without right.
                    elements:
                      requires_intent: true
                    penalty_max_months: 24
                    coverage: full
                    source: https://example.org/act
                    basis: verified
                  - maps_to: ets185:3
                    act: cyber-act
                    article: "5"
                    heading: Interception
                    summary: Interception without right.
                    coverage: partial
                    source: https://example.org/act
                    basis: verified
                """);

        assertThat(run.faults()).isEmpty();
        assertThat(run.count(Sort.ADDED)).isEqualTo(2);
    }

    @Test
    void everyFaultIsToldByLineAndColumnWithWhatWouldBeValid() {
        DryRun run = check("status.csv", STATUS + """
                ets185,KE,joining,,,2027-01-01,,https://example.org,2026-11-01,verified,
                ets999,KE,accession,,,soon,,https://example.org,2026-11-01,verified,
                ets185,XX,accession,2027-01-01,2026-01-01,,,,2026-11-01,certain,
                ets185,UG,accession
                """);

        assertThat(run.faults())
                .extracting(Fault::line, Fault::column)
                .contains(
                        tuple(2, "method"),
                        tuple(3, "instrument"),
                        tuple(3, "entry_into_force"),
                        tuple(4, "state"),
                        tuple(4, "ratification"),
                        tuple(4, "source"),
                        tuple(4, "basis"),
                        tuple(5, ""));
        assertThat(run.faults())
                .filteredOn(fault -> fault.column().equals("method"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.wrong()).contains("accession", "ratification"));
        assertThat(jdbc.sql("select count(*) from legislation.proposal where kind = 'IMPORT' and why = 'never kept'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aFileBecomesOneProposalThatAnotherPersonPublishes() {
        Person expert = SomePeople.with(jdbc, Role.LAW_EXPERT);
        Person reviewer = SomePeople.with(jdbc, Role.LAW_REVIEWER);
        DryRun run = check("status.csv", STATUS + """
                ets185,MZ,accession,,,2026-12-01,,https://example.org,2026-11-01,verified,
                ets189,MZ,accession,,,2026-12-01,,https://example.org,2026-11-01,verified,
                """);
        assertThat(run.faults()).isEmpty();
        assertThat(run.count(Sort.ADDED) + run.count(Sort.CHANGED)).isEqualTo(2);

        Proposal draft = importing.keep(expert, run, "from the depositary");
        Proposal proposal = proposing.submit(expert, draft.id(), draft.version());
        reviewing.publish(reviewer, proposal.id(), proposal.version(), "");

        StateCode mozambique = new StateCode("MZ");
        assertThat(law.now().boundOn(mozambique, "ets185", LocalDate.of(2026, 12, 1)))
                .isTrue();
        assertThat(check("status.csv", exporting.table(ChangeForm.STATUS, "MZ")).rows())
                .isEmpty();
    }

    @Test
    void aCompleteFileEndsWhatItLeavesOut() {
        String all = exporting.table(ChangeForm.AUTHORITY, "PT");
        String shorter = all.substring(0, all.lastIndexOf("\r\n", all.length() - 3) + 2);

        DryRun silent = check("authorities.csv", shorter);
        DryRun complete = importing.check(
                "authorities.csv",
                shorter.getBytes(StandardCharsets.UTF_8),
                Optional.of(new ImportingFile.Complete(LocalDate.of(2026, 12, 1), "https://example.org/list")));

        assertThat(silent.rows()).isEmpty();
        assertThat(silent.left()).hasSize(1);
        assertThat(complete.count(Sort.REMOVED)).isEqualTo(1);
        assertThat(complete.faults()).isEmpty();
    }

    @Test
    void aFormulaGoesOutGuardedAndComesBackAsItWas() {
        assertThat(LawFile.guarded("=HYPERLINK(\"x\")")).startsWith("'=");
        assertThat(LawFile.guarded("plain")).isEqualTo("plain");
        DryRun run = check(
                "status.csv",
                STATUS + "ets185,AO,accession,,,2027-01-01,,https://example.org,2026-11-01,verified,'=1+1\n");
        assertThat(run.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cell("note")).isEqualTo("=1+1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [x, x]\nb: &b [*a, *a, *a]\nstatus: [*b, *b, *b]\n",
                "status: [[[[[[[[[[[[[[[[",
                "status: {x: &x [*x]}\n",
                "status:\n  - !!javax.script.ScriptEngineManager [x]\n"
            })
    void aHostileFileIsRefusedInWords(String text) {
        assertThat(check("law.yaml", text).faults()).isNotEmpty();
    }

    @Test
    void aFileOfBracketsOnlyIsRefusedInWords() {
        assertThat(check("law.json", "[".repeat(200_000)).faults()).isNotEmpty();
    }

    @Test
    void aFileThatIsTooLargeOrNotUtf8OrOfNoKnownKindIsRefused() {
        assertThat(importing
                        .check("law.yaml", new byte[ImportingFile.LARGEST + 1], Optional.empty())
                        .faults())
                .singleElement();
        assertThat(importing
                        .check("status.csv", new byte[] {(byte) 0xc3, 0x28}, Optional.empty())
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.wrong()).contains("UTF-8"));
        assertThat(check("law.xlsx", "PK").faults()).isNotEmpty();
        assertThat(check("status.csv", "a,b\n1,2\n").faults()).isNotEmpty();
    }

    private DryRun check(String name, String text) {
        return importing.check(name, text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }
}
