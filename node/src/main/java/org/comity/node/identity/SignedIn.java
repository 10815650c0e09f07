package org.comity.node.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The proof, kept in the session, that a person passed both factors. */
public final class SignedIn extends AbstractAuthenticationToken {

    private final Person person;

    public SignedIn(Person person) {
        super(person.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.person = person;
        setAuthenticated(true);
    }

    public Person person() {
        return person;
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
        return other instanceof SignedIn that && person.equals(that.person);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
