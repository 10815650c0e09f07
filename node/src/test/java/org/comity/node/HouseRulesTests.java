package org.comity.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Walls that module verification does not see. */
@AnalyzeClasses(packages = "org.comity", importOptions = DoNotIncludeTests.class)
class HouseRulesTests {

    /** The libraries' own command line may start a clock; everything below it takes one. */
    @ArchTest
    static final ArchRule onlyTheClockRoomReadsTheSystemClock = noClasses()
            .that()
            .resideOutsideOfPackage("org.comity.node.time..")
            .and()
            .doNotHaveFullyQualifiedName("org.comity.law.cli.Main")
            .should()
            .callCodeUnitWhere(new ReadsTheSystemClock());

    @ArchTest
    static void theClockRuleSeesEachWayToReadIt(JavaClasses house) {
        assertThat(onlyTheClockRoomReadsTheSystemClock
                        .evaluate(new ClassFileImporter().importClasses(FourSinners.class))
                        .getFailureReport()
                        .getDetails())
                .hasSize(4);
    }

    @SuppressWarnings("unused")
    static class FourSinners {
        Object sin() {
            var allowed = LocalDate.now(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
            return List.of(Instant.now(), LocalDate.now(ZoneOffset.UTC), Clock.systemUTC(), System.currentTimeMillis());
        }
    }

    @ArchTest
    static final ArchRule nobodyTakesADateFromAnOldCalendar = noClasses()
            .should()
            .callConstructor(java.util.Date.class)
            .orShould()
            .callMethod(java.util.Calendar.class, "getInstance");

    @ArchTest
    static final ArchRule librariesKnowNoSpringAndNoNode = noClasses()
            .that()
            .resideInAnyPackage("org.comity.law..", "org.comity.hi1..", "org.comity.ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.comity.node..");

    @ArchTest
    static final ArchRule packagesAreWordsOfTheDomain = noClasses()
            .should()
            .resideInAnyPackage("..service..", "..impl..", "..util..", "..utils..", "..helper..")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule everyPackageSaysWhatItIsForAndIsNullSafe = classes()
            .should(new ArchCondition<JavaClass>("be in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getPackageName() + " has no @NullMarked package-info"));
                    }
                }
            });

    /** A call such as {@code LocalDate.now(clock)} is what the rule wants. */
    private static final class ReadsTheSystemClock extends DescribedPredicate<JavaCall<?>> {
        ReadsTheSystemClock() {
            super("read the system clock");
        }

        @Override
        public boolean test(JavaCall<?> call) {
            var owner = call.getTargetOwner().getFullName();
            var name = call.getName();
            return owner.startsWith("java.time.")
                            && (name.equals("now") || name.startsWith("system"))
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Clock.class))
                    || owner.equals("java.lang.System") && name.equals("currentTimeMillis");
        }
    }
}
