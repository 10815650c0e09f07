package org.comity.node.cooperation.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The room's words in the reader's language. */
@Component
class Wording {

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Object... about) {
        return messages.getMessage("cooperation." + key, about, LocaleContextHolder.getLocale());
    }

    String of(Said said) {
        return messages.getMessage(said, LocaleContextHolder.getLocale());
    }

    /** Values and words for a select or for choices, in the order given. */
    Map<String, String> choices(String key, Stream<String> values) {
        var choices = new LinkedHashMap<String, String>();
        values.forEach(value -> choices.put(value, of(key + "." + value)));
        return choices;
    }

    void tell(FormErrors errors, String field, ActRefused refused) {
        errors.add(field, of(refused.said()));
    }

    void tell(FormErrors errors, Answers.Unreadable unreadable) {
        errors.add(unreadable.field(), of(unreadable.said()));
    }
}
