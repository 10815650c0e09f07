package org.comity.node.capacity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.comity.node.capacity.CapacityRefused;
import org.comity.node.frame.FormErrors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Does what a form asks; what is refused goes back to the form in the reader's language, with what they typed. */
@Component
class CapacityAnswering {

    private static final Set<String> PAST_THE_FORM = Set.of("role", "id");

    private final MessageSource words;
    private final HttpServletResponse response;

    CapacityAnswering(MessageSource words, HttpServletResponse response) {
        this.words = words;
        this.response = response;
    }

    String with(Supplier<String> step, Function<FormErrors, String> form, Locale locale) {
        try {
            return step.get();
        } catch (CapacityRefused refused) {
            if (PAST_THE_FORM.contains(refused.field())) {
                throw new ResponseStatusException(
                        refused.field().equals("id") ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN,
                        words.getMessage(refused.said(), locale));
            }
            response.setStatus(
                    refused.field().equals("version")
                            ? HttpStatus.CONFLICT.value()
                            : HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form.apply(new FormErrors().add(refused.field(), words.getMessage(refused.said(), locale)));
        }
    }
}
