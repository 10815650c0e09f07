package org.comity.node.cooperation.form;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.node.directory.OwnNode;
import org.comity.node.documents.CoverPhrases;
import org.comity.node.documents.FormLanguage;
import org.comity.node.exchange.CoverLetters;
import org.springframework.stereotype.Component;

/** In English, and under it in the language that the receiver prefers. */
@Component
class Covering implements CoverLetters {

    private final OwnNode own;

    Covering(OwnNode own) {
        this.own = own;
    }

    @Override
    public String write(List<String> languages, String reference, String machineReadable) {
        return Stream.concat(Stream.of(FormLanguage.ENGLISH), FormLanguage.preferred(languages).stream())
                .distinct()
                .map(language -> CoverPhrases.in(
                        language,
                        own.exercise(),
                        own.organisation(),
                        own.party().value(),
                        reference,
                        machineReadable))
                .collect(Collectors.joining("\n\n\n"));
    }
}
