package org.comity.node.demo;

import java.security.SecureRandom;
import java.util.List;
import org.comity.node.identity.Role;
import org.comity.node.identity.TimeCode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who plays a part in the demo; made anew each time, with a second factor of their own. */
record ExercisePerson(String name, String signInName, String password, String secret, List<Role> roles) {

    private static final String PASSWORD = "exercise only, never real";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Who works at one of the demo's nodes. */
    static List<ExercisePerson> staffOf(String country) {
        return List.of(
                person("Administrator, " + country, "administrator", Role.ADMINISTRATOR),
                person("Duty officer, " + country, "duty", Role.DUTY_OFFICER),
                person("Approver, " + country, "approver", Role.APPROVER, Role.DUTY_OFFICER),
                person("Lawyer, " + country, "lawyer", Role.LAWYER, Role.LAW_REVIEWER),
                person("National expert, " + country, "expert", Role.LAW_EXPERT),
                person("Second administrator, " + country, "second-administrator", Role.ADMINISTRATOR),
                person("Coordinator, " + country, "coordinator", Role.COORDINATOR),
                person("Secretariat, " + country, "secretariat", Role.SECRETARIAT),
                person("Overseer, " + country, "overseer", Role.OVERSEER));
    }

    /** Who answers orders at a provider. */
    static List<ExercisePerson> teamOf(String provider) {
        return List.of(
                person("Administrator, " + provider, "administrator", Role.ADMINISTRATOR),
                person("Response team, " + provider, "duty", Role.PROVIDER_AGENT),
                person("Overseer, " + provider, "overseer", Role.OVERSEER));
    }

    private static ExercisePerson person(String name, String signInName, Role... roles) {
        return new ExercisePerson(name, signInName, PASSWORD, TimeCode.newSecret(RANDOM), List.of(roles));
    }

    static String json(List<ExercisePerson> people) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(people);
    }
}
