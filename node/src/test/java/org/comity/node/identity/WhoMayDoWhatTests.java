package org.comity.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WhoMayDoWhatTests {

    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    @Property
    void nobodyIsTheSecondPersonAfterThemselves(@ForAll Set<Role> roles, @ForAll Power power) {
        var person = person("one", roles);

        assertThat(person.mayAsSecond(power, person.id())).isFalse();
    }

    @Property
    void whoOnlyStandsInForTheFirstIsNoSecondPerson(@ForAll Set<Role> lent, @ForAll Power power) {
        var first = person("first", lent);
        var substitute = standingIn(person("substitute", Set.of()), first);

        assertThat(substitute.may(power)).isEqualTo(first.may(power));
        assertThat(substitute.mayAsSecond(power, first.id())).isFalse();
    }

    @Test
    void whoStandsInForAThirdIsASecondPerson() {
        var drafter = person("drafter", Set.of(Role.DUTY_OFFICER));
        var substitute = standingIn(person("substitute", Set.of()), person("approver", Set.of(Role.APPROVER)));

        assertThat(substitute.mayAsSecond(Power.APPROVE, drafter.id())).isTrue();
        assertThat(substitute.roles()).containsExactly(Role.APPROVER);
        assertThat(substitute.ownRoles()).isEmpty();
    }

    @Test
    void aDrafterWhoAlsoApprovesCanNotLendTheApprovalOfTheirOwnDraft() {
        var drafter = person("drafter", Set.of(Role.DUTY_OFFICER, Role.APPROVER));
        var colleague = person("colleague", Set.of(Role.DUTY_OFFICER));

        assertThat(standingIn(colleague, drafter).may(Power.APPROVE)).isTrue();
        assertThat(standingIn(colleague, drafter).mayAsSecond(Power.APPROVE, drafter.id()))
                .isFalse();
    }

    @Test
    void everyPowerIsBroughtBySomeRoleAndEveryRoleBringsOne() {
        assertThat(Arrays.stream(Role.values()).flatMap(role -> role.powers().stream()))
                .containsAll(EnumSet.allOf(Power.class));
        assertThat(Role.values()).noneMatch(role -> role.powers().isEmpty());
    }

    @Test
    void noProgramHoldsARoleThatApprovesOrSaysWhoMayDoWhat() {
        assertThat(Arrays.stream(Role.values()).filter(role -> !role.isForMachines()))
                .containsExactlyInAnyOrder(
                        Role.ADMINISTRATOR,
                        Role.APPROVER,
                        Role.LAW_REVIEWER,
                        Role.SECRETARIAT,
                        Role.RAPPORTEUR,
                        Role.DELEGATE);
    }

    @Test
    void aPersonIsCalledByTheirWholeName() {
        var officer = person("Duty officer", Set.of());
        var second = person("Duty officer, night", Set.of());
        var everyone = List.of(officer, second);

        assertThat(Mentions.of(everyone, "@duty officer, night: see this")).containsExactly(second);
        assertThat(Mentions.of(everyone, "Ask @Duty officer.")).containsExactly(officer);
        assertThat(Mentions.of(everyone, "Ask @Duty officers, or duty officer at the desk"))
                .isEmpty();
        assertThat(Mentions.of(everyone, "@Duty officer, night and @Duty officer"))
                .containsExactly(officer, second);
    }

    private static Person person(String name, Set<Role> roles) {
        return new Person(new PersonId(UUID.randomUUID()), name, roles);
    }

    private static Person standingIn(Person person, Person of) {
        return new Person(
                person.id(),
                person.name(),
                person.ownRoles(),
                Set.of(),
                List.of(new StandIn(of.id(), of.name(), of.ownRoles(), LATER)),
                false);
    }
}
