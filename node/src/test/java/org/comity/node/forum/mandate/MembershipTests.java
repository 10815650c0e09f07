package org.comity.node.forum.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.node.kept.KeptJson;
import org.junit.jupiter.api.Test;

class MembershipTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Test
    void aTermCountsFromItsFirstToItsLastDay() {
        var term = read("BR | 2024-01-01 | 2026-12-31 | Election").getFirst();

        assertThat(term.isHeldOn(LocalDate.parse("2023-12-31"))).isFalse();
        assertThat(term.isHeldOn(LocalDate.parse("2024-01-01"))).isTrue();
        assertThat(term.isHeldOn(LocalDate.parse("2026-12-31"))).isTrue();
        assertThat(term.isHeldOn(LocalDate.parse("2027-01-01"))).isFalse();
    }

    @Test
    void termsAreReadAsTheyAreWrittenAndNoneOverlap() {
        var text = """
                BR | 2024-01-01 | 2026-12-31 | Election of 2023 |\s
                BR | 2027-01-01 |  | Election of 2026 |\s
                NL |  | 2025-06-30 | Election of 2023 | Letter of withdrawal""";

        assertThat(MembershipLines.write(read(text))).isEqualTo(text);
        assertThatThrownBy(() -> read("BR | | | Election\nBR | 2027-01-01 | | Election"))
                .isInstanceOf(SeatsRefused.class);
    }

    @Test
    void membersThatWereKeptBeforeTheyHadDatesAreMembersOnEveryDay() {
        var body = KeptJson.as(
                Body.class, Map.of("id", "b", "name", "Body", "members", List.of("BR", "NL"), "openEnded", false));

        assertThat(body.membersOn(TODAY)).extracting(Membership::state).containsExactly("BR", "NL");
        assertThat(KeptJson.read(KeptJson.write(body), Body.class)).isEqualTo(body);
        assertThat(body.seats("GH", TODAY)).isFalse();
    }

    private static List<Membership> read(String text) {
        return MembershipLines.read(text, List.of(), TODAY, code -> code.matches("[A-Z]{2}"));
    }
}
