package org.comity.node.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;

/** What is no password here. A long phrase is good; nobody has to add digits or signs. */
final class PasswordRules {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    private static final int FEWEST_DIFFERENT = 5;

    /** Words that are most of a common password, whatever stands around them. */
    private static final List<String> WORN =
            List.of("password", "passw0rd", "qwert", "asdfgh", "12345", "letmein", "welcome", "iloveyou", "comity");

    private record Rule(String because, BiPredicate<String, String> breaks) {}

    /** The password and the sign-in name, both in lower case; the first that breaks is told. */
    private static final List<Rule> RULES = List.of(
            new Rule("identity.refused.password-short", (password, name) -> password.length() < SHORTEST),
            new Rule("identity.refused.password-long", (password, name) -> password.length() > LONGEST),
            new Rule(
                    "identity.refused.password-worn",
                    (password, name) -> password.chars().distinct().count() < FEWEST_DIFFERENT),
            new Rule(
                    "identity.refused.password-worn",
                    (password, name) -> WORN.stream().anyMatch(password::contains)),
            new Rule("identity.refused.password-name", String::contains));

    private PasswordRules() {}

    /** @return the message key of what is wrong, or empty if nothing is */
    static Optional<String> whyRefused(String password, String signInName) {
        String lower = password.toLowerCase(Locale.ROOT);
        String name = signInName.strip().toLowerCase(Locale.ROOT);
        return RULES.stream()
                .filter(rule -> rule.breaks().test(lower, name))
                .map(Rule::because)
                .findFirst();
    }
}
