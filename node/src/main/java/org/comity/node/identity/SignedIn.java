package org.comity.node.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The proof, kept in the session, that a person passed both factors. */
public final class SignedIn extends AbstractAuthenticationToken {

    private final Person person;
    private final Instant since;

    public SignedIn(Person person, Instant since) {
        super(person.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.person = person;
        this.since = since;
        setAuthenticated(true);
    }

    public Person person() {
        return person;
    }

    public Instant since() {
        return since;
    }

    /** The same proof after the person's name or roles were changed. */
    public SignedIn as(Person changed) {
        return new SignedIn(changed, since);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return person;
    }

    /** The name as others see it. */
    @Override
    public String getName() {
        return person.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && person.equals(that.person) && since.equals(that.since);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
