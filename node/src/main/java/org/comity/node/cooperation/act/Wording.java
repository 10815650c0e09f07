package org.comity.node.cooperation.act;

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
public class Wording {

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String key, Object... about) {
        return messages.getMessage("cooperation." + key, about, LocaleContextHolder.getLocale());
    }

    public String of(Said said) {
        return messages.getMessage(said, LocaleContextHolder.getLocale());
    }

    /** Values and words for a select or for choices, in the order given. */
    public Map<String, String> choices(String key, Stream<String> values) {
        var choices = new LinkedHashMap<String, String>();
        values.forEach(value -> choices.put(value, of(key + "." + value)));
        return choices;
    }

    public void tell(FormErrors errors, String field, ActRefused refused) {
        errors.add(field, of(refused.said()));
    }

    public void tell(FormErrors errors, Answers.Unreadable unreadable) {
        errors.add(unreadable.field(), of(unreadable.said()));
    }
}
