package org.comity.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is shipped may be used and passed on by anyone: permissive, LGPL or EPL; see docs/decisions/0008. */
class LicenceTests {

    /** Written by the build: one dependency a line, its licences in brackets before its name. */
    static final Path SHIPPED = Path.of("target/generated-sources/license/THIRD-PARTY.txt");

    static final Pattern ALLOWED = Pattern.compile("""
            (The )?Apache( Software)?( License)?(,)?( [Vv]ersion)?[- ]2(\\.0)?\
            |(The )?MIT( License)?|MIT-0|0BSD|BSD( License|-[23]-Clause)?|Bouncy Castle Licence|ISC|PostgreSQL( License)?\
            |EDL 1\\.0|Eclipse Distribution License - v 1\\.0|EPL[- ]2\\.0|Unicode-3\\.0\
            |LGPL-2\\.1(-only|-or-later)?|GNU Lesser General Public License( \\(LGPL\\), version 2\\.1 or later)?\
            """);

    static final Pattern LICENCE = Pattern.compile("\\G\\s*\\(((?:[^()]|\\([^()]*\\))*)\\)");

    @Test
    void eachShippedDependencyMayBeHadUnderAnAllowedLicence() throws Exception {
        var dependencies = Files.readAllLines(SHIPPED).stream()
                .filter(line -> line.strip().startsWith("("))
                .toList();

        assertThat(dependencies).hasSizeGreaterThan(50);
        assertThat(dependencies)
                .allSatisfy(dependency -> assertThat(licences(dependency))
                        .as(dependency)
                        .anyMatch(licence -> ALLOWED.matcher(licence).matches()));
    }

    @Test
    void copyleftAloneIsRefused() {
        assertThat(licences("     (GPL2 w/ CPE) (AGPL-3.0) Some thing (org.example:some:1 - https://example.org)"))
                .containsExactly("GPL2 w/ CPE", "AGPL-3.0")
                .noneMatch(licence -> ALLOWED.matcher(licence).matches());
    }

    private static List<String> licences(String dependency) {
        return LICENCE.matcher(dependency)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }
}
