package org.comity.node.identity;

import com.webauthn4j.util.exception.WebAuthnException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.node.settings.ComitySettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passkeys (Web Authentication level 3). The authenticator must verify the person by PIN or body, so a passkey is both
 * factors; it also opens the door while wrong passwords have locked it, so that nobody can lock a duty officer out.
 */
@Service
public class HoldingPasskeys {

    private final Passkeys passkeys;
    private final SigningIn signingIn;
    private final Webauthn4JRelyingPartyOperations ceremonies;
    private final ApplicationEventPublisher events;

    /** @param id in base64url */
    public record Passkey(String id, String label, Instant createdAt, Instant usedAt) {}

    HoldingPasskeys(
            Passkeys passkeys,
            PasskeyOwners owners,
            SigningIn signingIn,
            ComitySettings settings,
            ApplicationEventPublisher events) {
        this.passkeys = passkeys;
        this.signingIn = signingIn;
        this.events = events;
        var node = settings.publicUrl();
        this.ceremonies = new Webauthn4JRelyingPartyOperations(
                owners,
                passkeys,
                PublicKeyCredentialRpEntity.builder()
                        .id(node.getHost())
                        .name(settings.organisation())
                        .build(),
                Set.of(node.getScheme() + "://" + node.getAuthority()));
        ceremonies.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        ceremonies.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    }

    public List<Passkey> of(Person person) {
        return passkeys.of(person.id()).stream().map(HoldingPasskeys::passkey).toList();
    }

    public PublicKeyCredentialCreationOptions offer(Person person) {
        return ceremonies.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(
                        UsernamePasswordAuthenticationToken.authenticated(
                                person.id().toString(), null, List.of())));
    }

    /** @return whether the authenticator's answer holds; if not, nothing was kept */
    @Transactional
    public boolean add(
            Person person,
            PublicKeyCredentialCreationOptions offered,
            PublicKeyCredential<AuthenticatorAttestationResponse> answer,
            String label) {
        try {
            ceremonies.registerCredential(
                    new ImmutableRelyingPartyRegistrationRequest(offered, new RelyingPartyPublicKey(answer, label)));
        } catch (WebAuthnException | IllegalArgumentException refused) {
            return false;
        }
        events.publishEvent(
                new Enrolment.PersonChanged(person.id(), "passkey-added", person.name(), Map.of("label", label)));
        return true;
    }

    @Transactional
    public void remove(Person person, String id) {
        of(person).stream()
                .filter(passkey -> passkey.id().equals(id))
                .findFirst()
                .ifPresent(passkey -> {
                    passkeys.delete(Bytes.fromBase64(passkey.id()));
                    events.publishEvent(new Enrolment.PersonChanged(
                            person.id(), "passkey-removed", person.name(), Map.of("label", passkey.label())));
                });
    }

    public PublicKeyCredentialRequestOptions challenge() {
        return ceremonies.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /** @return who came in, or empty if the answer does not hold or the person is not welcome */
    public Optional<Person> enter(
            PublicKeyCredentialRequestOptions challenge, PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        try {
            return Optional.ofNullable(
                            ceremonies.authenticate(new RelyingPartyAuthenticationRequest(challenge, answer)))
                    .flatMap(owner -> signingIn.withPasskey(PasskeyOwners.personOf(owner.getId())));
        } catch (WebAuthnException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Passkey passkey(CredentialRecord kept) {
        return new Passkey(
                kept.getCredentialId().toBase64UrlString(), kept.getLabel(), kept.getCreated(), kept.getLastUsed());
    }
}
