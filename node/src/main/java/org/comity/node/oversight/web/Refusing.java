package org.comity.node.oversight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.comity.node.frame.FormErrors;
import org.comity.node.oversight.OversightRefused;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Does what a form asks; what is refused goes back to the form in the reader's language, with what they typed. */
@Component("oversightRefusing")
class Refusing {

    private static final Set<String> PAST_THE_FORM = Set.of("role", "id");

    private final MessageSource words;
    private final HttpServletResponse response;

    Refusing(MessageSource words, HttpServletResponse response) {
        this.words = words;
        this.response = response;
    }

    String with(Supplier<String> step, Function<FormErrors, String> form, Locale locale) {
        try {
            return step.get();
        } catch (OversightRefused refused) {
            if (PAST_THE_FORM.contains(refused.field())) {
                throw past(refused, locale);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form.apply(new FormErrors().add(refused.field(), words.getMessage(refused.said(), locale)));
        }
    }

    /** For what has no form: there is nothing, or not for this person. */
    <T> T shown(Supplier<T> step, Locale locale) {
        try {
            return step.get();
        } catch (OversightRefused refused) {
            throw past(refused, locale);
        }
    }

    private ResponseStatusException past(OversightRefused refused, Locale locale) {
        return new ResponseStatusException(
                switch (refused.field()) {
                    case "id" -> HttpStatus.NOT_FOUND;
                    case "role" -> HttpStatus.FORBIDDEN;
                    default -> HttpStatus.UNPROCESSABLE_CONTENT;
                },
                words.getMessage(refused.said(), locale));
    }
}
