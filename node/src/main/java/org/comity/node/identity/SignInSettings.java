package org.comity.node.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a person stays signed in, under {@code comity.sign-in.}. A restart throws nobody out:
 * who is signed in is {@linkplain KeptSessions kept}.
 *
 * @param idle without a step
 * @param dutyDeskIdle the same for duty officers, whose screen stands open through a shift
 * @param longest in any case
 */
@ConfigurationProperties("comity.sign-in")
public record SignInSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration dutyDeskIdle,
        @DefaultValue("12h") Duration longest) {

    public Duration idleFor(Person person) {
        return person.is(Role.DUTY_OFFICER) ? dutyDeskIdle : idle;
    }
}
