package org.comity.node.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The proof, for one call only, that a program showed a token. */
public final class WithToken extends AbstractAuthenticationToken {

    private final HoldingTokens.Caller caller;

    public WithToken(HoldingTokens.Caller caller) {
        super(caller.person().roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.caller = caller;
        setAuthenticated(true);
    }

    public Person person() {
        return caller.person();
    }

    public Token token() {
        return caller.token();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return caller.person();
    }

    @Override
    public String getName() {
        return caller.person().name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WithToken that && caller.equals(that.caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
