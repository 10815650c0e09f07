package org.comity.node.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.HoldingPasskeys;
import org.comity.node.identity.Person;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code passkeys.js} exchanges with the node: a challenge goes out and is kept in the session, the
 * authenticator's answer comes back, once.
 */
@RestController
class PasskeyCeremonies {

    private static final String OFFER = PasskeyCeremonies.class.getName() + ".offer";
    private static final String CHALLENGE = PasskeyCeremonies.class.getName() + ".challenge";
    private static final int LONGEST_LABEL = 60;

    private final HoldingPasskeys passkeys;
    private final CurrentPerson current;
    private final Sessions sessions;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    PasskeyCeremonies(HoldingPasskeys passkeys, CurrentPerson current, Sessions sessions) {
        this.passkeys = passkeys;
        this.current = current;
        this.sessions = sessions;
    }

    @PostMapping(path = "/account/passkeys/offer", produces = MediaType.APPLICATION_JSON_VALUE)
    String offer(HttpSession session) {
        PublicKeyCredentialCreationOptions offer = passkeys.offer(current.require());
        session.setAttribute(OFFER, offer);
        return json.writeValueAsString(offer);
    }

    @PostMapping(path = "/account/passkeys", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> add(@RequestParam String label, @RequestBody String answer, HttpSession session) {
        boolean added = taken(session, OFFER, PublicKeyCredentialCreationOptions.class)
                .filter(offer -> passkeys.add(
                        current.require(),
                        offer,
                        read(answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {}),
                        labelOf(label)))
                .isPresent();
        return ResponseEntity.status(added ? HttpStatus.NO_CONTENT : HttpStatus.UNPROCESSABLE_CONTENT)
                .build();
    }

    @PostMapping(path = "/sign-in/passkey/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    String challenge(HttpSession session) {
        PublicKeyCredentialRequestOptions challenge = passkeys.challenge();
        session.setAttribute(CHALLENGE, challenge);
        return json.writeValueAsString(challenge);
    }

    /** Answers with the page to go to. */
    @PostMapping(path = "/sign-in/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> enter(
            @RequestBody String answer, HttpServletRequest request, HttpServletResponse response) {
        Optional<Person> person = taken(request.getSession(), CHALLENGE, PublicKeyCredentialRequestOptions.class)
                .flatMap(challenge -> passkeys.enter(
                        challenge,
                        read(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {})));
        return person.map(in -> ResponseEntity.ok(Map.of("next", sessions.begin(in, request, response))))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build());
    }

    private <T> T read(String answer, TypeReference<T> type) {
        try {
            return json.readValue(answer, type);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    Said.of("identity.refused.no-authenticator").inEnglish(),
                    unreadable);
        }
    }

    private static <T> Optional<T> taken(HttpSession session, String name, Class<T> type) {
        Object kept = session.getAttribute(name);
        session.removeAttribute(name);
        return type.isInstance(kept) ? Optional.of(type.cast(kept)) : Optional.empty();
    }

    private static String labelOf(String text) {
        String label = text.isBlank() ? "passkey" : text.strip();
        return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label;
    }
}
