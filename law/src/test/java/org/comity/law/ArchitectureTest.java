package org.comity.law;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableFrom;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(packages = "org.comity.law", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_library_stands_alone = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "javax.sql..", "java.sql..", "org.comity.node..")
            .orShould()
            .dependOnClassesThat(resideInAPackage("java.net..")
                    .and(not(assignableFrom(URI.class).or(assignableFrom(URISyntaxException.class)))))
            .because("law is a plain library that reads its own files and speaks to nobody");

    @ArchTest
    static final ArchRule the_source_package_knows_no_law = noClasses()
            .that()
            .resideInAPackage("org.comity.law.source")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.comity.law", "org.comity.law.cli");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("org.comity.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_start_of_the_command_line_knows_the_time = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.comity.law.cli.Main")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");
}
